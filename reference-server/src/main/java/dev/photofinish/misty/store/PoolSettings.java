package dev.photofinish.misty.store;

import java.time.Duration;

/** The driver's connection pool; the defaults are the analysis' advice, a small NAS wants 20 to 30 at most. */
public record PoolSettings(int min, int max, Duration idle, Duration serverSelection) {

    public static final PoolSettings DEFAULT = new PoolSettings(10, 50, Duration.ofSeconds(60), Duration.ofSeconds(5));

    public PoolSettings {
        if (min < 0 || max < 1 || min > max) {
            throw new IllegalArgumentException("The pool's sizes must be 0 <= min <= max and max >= 1; they were min "
                    + min + ", max " + max + ".");
        }
    }
}
