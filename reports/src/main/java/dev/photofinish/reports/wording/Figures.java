package dev.photofinish.reports.wording;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Quantities as people read them, the same whatever the machine's language. */
public final class Figures {

    private static final double MICROS_PER_MILLI = 1_000;
    private static final double MICROS_PER_SECOND = 1_000_000;

    private Figures() {}

    /** {@code 12,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 round}, {@code 300 rounds}; for nouns that only take an s. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A point of time in a round, to the microsecond: {@code 1,204 µs}. */
    public static String instant(long micros) {
        return String.format(Locale.ROOT, "%,d µs", micros);
    }

    /** A length of time in a round, to two digits or three: {@code 3.3 µs}, {@code 123 µs}, {@code 12.4 ms}, {@code 10.0 s}. */
    public static String span(double micros) {
        double size = Math.abs(micros);
        if (size >= MICROS_PER_SECOND) {
            return String.format(Locale.ROOT, "%.1f s", micros / MICROS_PER_SECOND);
        }
        if (size >= MICROS_PER_MILLI) {
            return String.format(Locale.ROOT, "%.1f ms", micros / MICROS_PER_MILLI);
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f µs" : "%.0f µs", micros);
    }

    /** How long something took: {@code 850 ms}, {@code 8.3 s}, {@code 1 min 23 s}, {@code 2 h 5 min}. */
    public static String duration(Duration took) {
        if (took.toMillis() < 1_000) {
            return took.toMillis() + " ms";
        }
        if (took.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
        }
        if (took.toMinutes() < 60) {
            return took.toMinutes() + " min " + took.toSecondsPart() + " s";
        }
        return took.toHours() + " h " + took.toMinutesPart() + " min";
    }

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    public static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
