package dev.photofinish.explorer.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * When to look at whom next, and what was seen the last time. Looks are spaced more and more widely: a slow command need not be
 * watched closely. Guarded by the gatekeeper's lock.
 */
final class Lookout {

    private static final Duration WIDEST = Duration.ofMillis(500);

    private final Duration first;
    private final Map<String, Watch> watches = new HashMap<>();

    /**
     * @param next silence at which to look next
     * @param gap between this look and the next
     */
    private record Watch(Duration next, Duration gap, Sighting last) {}

    Lookout(Duration first) {
        this.first = first;
    }

    /** Somebody has moved: what was seen before says nothing any more. */
    void forget() {
        watches.clear();
    }

    Duration dueAt(String contender) {
        return watch(contender).next();
    }

    Sighting lastSeen(String contender) {
        return watch(contender).last();
    }

    void saw(String contender, Sighting sighting, Duration silence) {
        Duration gap = watch(contender).gap();
        Duration wider = gap.multipliedBy(2).compareTo(WIDEST) > 0 ? WIDEST : gap.multipliedBy(2);
        watches.put(contender, new Watch(silence.plus(gap), wider, sighting));
    }

    private Watch watch(String contender) {
        return watches.getOrDefault(contender, new Watch(first, first, Sighting.UNSEEN));
    }
}
