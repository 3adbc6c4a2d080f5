package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Spread;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Collects how far apart the contenders of each round were. For one thread. */
public final class SpreadMeter {

    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1_000;

    private final Spread.SeenAt seenAt;
    private final Histogram nanos = new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);

    public SpreadMeter(Spread.SeenAt seenAt) {
        this.seenAt = seenAt;
    }

    /**
     * Adds a round.
     *
     * @param times one a contender, as {@link System#nanoTime()} of one machine; a single one has nothing to be apart from
     *     and is left out
     */
    public void round(Collection<Long> times) {
        if (times.size() > 1) {
            // relative to any of them, since nanoTime may overflow
            long origin = times.iterator().next();
            long first = times.stream().mapToLong(time -> time - origin).min().orElse(0);
            long last = times.stream().mapToLong(time -> time - origin).max().orElse(0);
            nanos.recordValue(Math.min(last - first, LONGEST_NANOS));
        }
    }

    /** The spread over all rounds so far; empty before the first. */
    public Optional<Spread> spread() {
        if (nanos.getTotalCount() == 0) {
            return Optional.empty();
        }
        int rounds = Math.toIntExact(nanos.getTotalCount());
        return Optional.of(new Spread(seenAt, rounds, micros(50), micros(90), micros(99)));
    }

    private double micros(double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }
}
