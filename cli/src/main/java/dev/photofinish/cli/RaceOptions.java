package dev.photofinish.cli;

import dev.photofinish.scenarios.http.Release;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** How scenarios are raced. */
final class RaceOptions {

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each scenario is raced (default: ${DEFAULT-VALUE}).")
    int rounds = 100;

    @Option(
            names = "--release",
            paramLabel = "HOW",
            description = {
                "plain: whole requests, back to back; last-byte: all but the last byte is",
                "sent ahead. Default: plain on loopback, last-byte elsewhere."
            })
    Optional<String> release = Optional.empty();

    @Option(names = "--seed", paramLabel = "SEED", description = "Repeats the random choices of an earlier run.")
    Optional<Long> givenSeed = Optional.empty();

    @Option(
            names = "--sweep",
            paramLabel = "TIME",
            converter = Durations.class,
            description = {
                "Releases the second contender from TIME before to TIME after the first,",
                "and reports the violation rate over the offset: the race's window."
            })
    Optional<Duration> sweep = Optional.empty();

    private final long chosenSeed = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

    long seed() {
        return givenSeed.orElse(chosenSeed);
    }

    Release release(String host) {
        if (release.isEmpty()) {
            return TargetChoice.isLoopback(host) ? Release.PLAIN : Release.LAST_BYTE;
        }
        return switch (release.get()) {
            case "plain" -> Release.PLAIN;
            case "last-byte" -> Release.LAST_BYTE;
            default -> throw new UsageProblem("--release is plain or last-byte, not \"" + release.get() + "\".");
        };
    }
}
