package dev.photofinish.explorer.traffic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** How often something was done past the gate, in several times that were looked at. Pure; for one thread at a time. */
final class Tracks {

    private final Map<String, Track> reads = new HashMap<>();
    private final Map<String, Track> writes = new HashMap<>();
    private Duration time = Duration.ZERO;
    private int times;

    /**
     * @param often how often in all
     * @param times in how many of the times that were looked at
     */
    record Track(long often, int times) {

        static final Track NONE = new Track(0, 0);

        private Track and(long more) {
            return new Track(often + more, times + 1);
        }
    }

    void add(Surplus surplus) {
        time = time.plus(surplus.time());
        times++;
        surplus.reads().forEach((namespace, often) -> add(reads, namespace, often));
        surplus.writes().forEach((namespace, often) -> add(writes, namespace, often));
    }

    private static void add(Map<String, Track> tracks, String namespace, long often) {
        tracks.put(namespace, tracks.getOrDefault(namespace, Track.NONE).and(often));
    }

    Track reads(String namespace) {
        return reads.getOrDefault(namespace, Track.NONE);
    }

    Track writes(String namespace) {
        return writes.getOrDefault(namespace, Track.NONE);
    }

    /** Where something was done, in order. */
    Set<String> namespaces() {
        Set<String> all = new TreeSet<>(reads.keySet());
        all.addAll(writes.keySet());
        return all;
    }

    Duration time() {
        return time;
    }

    int times() {
        return times;
    }

    /** How often it is to be expected in another time, if it goes on as here. */
    double expectedIn(Duration other, Function<Tracks, Track> what) {
        return time.isZero() ? 0 : what.apply(this).often() * ratio(other);
    }

    /** How many times this one another time is. */
    double ratio(Duration other) {
        return (double) other.toNanos() / time.toNanos();
    }
}
