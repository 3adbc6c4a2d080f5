package dev.photofinish.scenarios.http;

import java.time.Duration;

/**
 * How long a connection waits.
 *
 * @param connect for a TCP connection, and again for its TLS handshake
 * @param answer from a request's release to the last byte of its answer
 */
public record Timeouts(Duration connect, Duration answer) {

    private static final Duration LONGEST = Duration.ofHours(1);

    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** @throws IllegalArgumentException unless both are between 1 ms and 1 h */
    public Timeouts {
        requireBounded("connect", connect);
        requireBounded("answer", answer);
    }

    private static void requireBounded(String what, Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The %s timeout is %s; give one between 1 ms and 1 h.".formatted(what, timeout));
        }
    }
}
