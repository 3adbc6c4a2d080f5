package dev.photofinish.cli;

import dev.photofinish.reports.Tally;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a race is, in one line: {@code concurrent-stock-allocation [####......] 40/100  13.5/s  0:05 left  12 violated}.
 * The bar takes the room that is left, and gives way where there is none. Filled up with blanks, which wipe out what was
 * longer before.
 */
record ProgressLine(String scenario, int rounds) {

    private static final int SHORTEST_BAR = 6;
    private static final int LONGEST_BAR = 30;

    String at(Tally tally, Duration elapsed, int columns) {
        String end = " " + tally.rounds() + "/" + rounds + pace(tally.rounds(), elapsed) + verdicts(tally);
        int room = columns - scenario.length() - end.length() - "[] ".length();
        String line =
                scenario + (room < SHORTEST_BAR ? "" : " " + bar(tally.rounds(), Math.min(room, LONGEST_BAR))) + end;
        return line.length() <= columns ? line + " ".repeat(columns - line.length()) : line.substring(0, columns);
    }

    private String pace(int done, Duration elapsed) {
        if (done == 0 || elapsed.isZero()) {
            return "";
        }
        double perSecond = done / (elapsed.toNanos() / 1e9);
        long secondsLeft = Math.round((rounds - done) / perSecond);
        return String.format(Locale.ROOT, "  %.1f/s  %d:%02d left", perSecond, secondsLeft / 60, secondsLeft % 60);
    }

    private static String verdicts(Tally tally) {
        return (tally.violated() == 0 ? "" : "  " + tally.violated() + " violated")
                + (tally.inconclusive() == 0 ? "" : "  " + tally.inconclusive() + " inconclusive");
    }

    private String bar(int done, int length) {
        int full = (int) ((long) length * done / rounds);
        return "[" + "#".repeat(full) + ".".repeat(length - full) + "]";
    }
}
