package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long contenders take in an execution from where they may go on to what they do then: send a command or come to their end.
 * Guarded by the {@link Attribution} that uses it.
 */
final class Reactions {

    private final Map<String, Long> goingSince = new HashMap<>();
    private Duration slowest = Duration.ZERO;

    void mayGoOn(String contender, long now) {
        goingSince.put(contender, now);
    }

    /** @return how long it has taken */
    Duration acts(String contender, long now) {
        Optional<Long> since = Optional.ofNullable(goingSince.remove(contender));
        Duration took = Duration.ofNanos(now - since.orElse(now));
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        return took;
    }

    /** For how long a contender might have gone on and has not; zero if it might not. */
    Duration silence(String contender, long now) {
        return Duration.ofNanos(now - goingSince.getOrDefault(contender, now));
    }

    /** Of all contenders; zero if none has done anything. */
    Duration slowest() {
        return slowest;
    }
}
