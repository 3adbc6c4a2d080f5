package dev.photofinish.cli;

import java.time.Duration;
import java.util.Optional;

/** The command lines that reports print, to see a thing again. */
final class ReplayCommand {

    private ReplayCommand() {}

    /** Up to the given round, with the same choices; a race is a matter of chance, so it may take more rounds or fewer. */
    static String race(String scenario, String url, int round, long seed, Optional<Duration> sweep) {
        String swept = sweep.map(largest -> " --sweep " + largest.toNanos() / 1000 + "us")
                .orElse("");
        return "./photofinish race " + scenario + " --url " + url + " --rounds " + round + " --seed " + seed + swept;
    }

    static String demo(String scenario, String database, int round, long seed) {
        return "./photofinish demo " + scenario + " --database " + database + " --rounds " + round + " --seed " + seed;
    }
}
