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
            converter = Counts.class,
            description = "How often each scenario is raced (default: ${DEFAULT-VALUE}).")
    int rounds = 100;

    @Option(
            names = "--release",
            paramLabel = "HOW",
            converter = Releases.class,
            description = {
                "last-byte: all but the last byte of each request is sent ahead; plain:",
                "whole requests, back to back. Default: last-byte."
            })
    Release release = Release.LAST_BYTE;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            converter = Seeds.class,
            description = "Repeats the random choices of an earlier run.")
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

    /** So that it is known even of a run that finds nothing. */
    void announceSeed(Terminal terminal) {
        terminal.say("Seed " + seed() + "; --seed " + seed() + " makes the same random choices again.");
    }
}
