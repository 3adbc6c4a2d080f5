package dev.photofinish.explorer.gate;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * When a contender that is silent in the application, while others are held, may be blocked there: by a lock, by an exhausted pool.
 * A timer alone does not tell slow from blocked, so it is set by what is usual in the contest, within bounds.
 *
 * @param atLeast silence before which nobody is suspected
 * @param again the same for one that was blocked in the application before the others moved
 * @param timesTypical and it must have been silent for so many times what is usual
 * @param atMost silence after which everybody is suspected, however slow the application is otherwise
 */
public record Suspicion(Duration atLeast, Duration again, int timesTypical, Duration atMost) {

    public static final Suspicion DEFAULT =
            new Suspicion(Duration.ofSeconds(1), Duration.ofMillis(50), 20, Duration.ofSeconds(6));

    /** The same, but from another time on. */
    Suspicion after(Duration silence) {
        return new Suspicion(silence, again, timesTypical, atMost);
    }

    /** The same, but not later than then; never sooner than {@link #atLeast}. */
    Suspicion atMost(Duration silence) {
        return new Suspicion(atLeast, again, timesTypical, Collections.max(List.of(atLeast, silence)));
    }

    /** @param typical how long a contender is silent in the application as a rule */
    Duration of(Duration typical, boolean wasBlocked) {
        Duration bound = Collections.max(List.of(atLeast, atMost));
        Duration unusual = typical.multipliedBy(timesTypical);
        return Collections.min(List.of(Collections.max(List.of(unusual, wasBlocked ? again : atLeast)), bound));
    }
}
