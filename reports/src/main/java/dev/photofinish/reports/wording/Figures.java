package dev.photofinish.reports.wording;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Quantities as people read them, the same whatever the machine's language. */
public final class Figures {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final int DIGITS_TO_READ = 12;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double MICROS_PER_SECOND = 1_000_000;

    private Figures() {}

    /** {@code 12,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of schedules: {@code 272}, {@code 12,345}, {@code about 2.7 million}, {@code about 10^23}. */
    public static String many(BigInteger number) {
        if (number.compareTo(MILLION) < 0) {
            return number(number.longValue());
        }
        return "about " + rounded(number, " million", " billion");
    }

    /** The same where there is little room: {@code 272}, {@code 12,345}, {@code ~2.7 M}, {@code ~10^23}. */
    public static String manyBriefly(BigInteger number) {
        if (number.compareTo(MILLION) < 0) {
            return number(number.longValue());
        }
        return "~" + rounded(number, " M", " G");
    }

    private static String rounded(BigInteger number, String million, String billion) {
        double size = number.doubleValue();
        if (number.toString().length() > DIGITS_TO_READ) {
            return "10^" + (number.toString().length() - 1);
        }
        return size < 1e9
                ? String.format(Locale.ROOT, "%.1f%s", size / 1e6, million)
                : String.format(Locale.ROOT, "%,.1f%s", size / 1e9, billion);
    }

    /** {@code 1 round}, {@code 300 rounds}; for nouns that only take an s. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1st}, {@code 2nd}, {@code 3rd}, {@code 11th}. */
    public static String ordinal(long number) {
        long tens = number % 100;
        String ending = tens >= 11 && tens <= 13
                ? "th"
                : switch ((int) (number % 10)) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number(number) + ending;
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
