package dev.photofinish.misty.hazards;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The hazards that are on, and the artificial pause between their read and their write (zero adds nothing).
 * Immutable, shared by all requests.
 */
public record Hazards(Set<Hazard> on, Duration gap) {

    public Hazards {
        on = Set.copyOf(on);
    }

    public static Hazards none() {
        return new Hazards(EnumSet.noneOf(Hazard.class), Duration.ZERO);
    }

    /** The racy implementation where the hazard is on, the right one otherwise. */
    public <T> T choose(Hazard hazard, Supplier<? extends T> racy, Supplier<? extends T> right) {
        return on.contains(hazard) ? racy.get() : right.get();
    }

    /** What racy code calls between its read and its write. */
    public void pause() {
        if (gap.isPositive()) {
            LockSupport.parkNanos(gap.toNanos());
        }
    }

    /** The names in a fixed order, separated by commas; empty if none is on. */
    public String names() {
        return on.stream().sorted().map(Hazard::id).collect(Collectors.joining(","));
    }
}
