package dev.photofinish.explorer.gate;

import java.time.Duration;

/** How a length of time is said. */
final class Silence {

    private Silence() {}

    static String text(Duration time) {
        return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
