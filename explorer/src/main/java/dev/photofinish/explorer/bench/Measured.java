package dev.photofinish.explorer.bench;

import java.time.Duration;
import java.util.Arrays;

/** What was measured on one way with a number of connections. */
final class Measured {

    static final Measured NOTHING = new Measured(new long[0], Duration.ZERO, Duration.ZERO);

    private final long[] latencies;
    private final Duration lasted;
    private final Duration processorTime;

    /**
     * @param latencies of each operation, in nanoseconds
     * @param lasted how long it took
     * @param processorTime what whoever stands in the way used meanwhile
     */
    Measured(long[] latencies, Duration lasted, Duration processorTime) {
        this.latencies = latencies.clone();
        this.lasted = lasted;
        this.processorTime = processorTime;
        Arrays.sort(this.latencies);
    }

    Measured and(Measured other) {
        long[] all = Arrays.copyOf(latencies, latencies.length + other.latencies.length);
        System.arraycopy(other.latencies, 0, all, latencies.length, other.latencies.length);
        return new Measured(all, lasted.plus(other.lasted), processorTime.plus(other.processorTime));
    }

    int operations() {
        return latencies.length;
    }

    double perSecond() {
        return latencies.length * 1e9 / lasted.toNanos();
    }

    /** @param share such as 0.99 */
    double percentileMicros(double share) {
        return latencies[(int) Math.min(latencies.length - 1L, (long) (share * latencies.length))] / 1e3;
    }

    double processorMicrosPerOperation() {
        return processorTime.toNanos() / 1e3 / latencies.length;
    }
}
