package dev.photofinish.explorer.oracle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What values that stand at one place in different executions have in common, as they stand. */
final class Shape {

    /** Seconds, milli-, micro- or nanoseconds since 1970, of the years 2001 to 2099. */
    private static final Pattern EPOCH =
            Pattern.compile("\"?(?:[1-3]\\d{9}|40[0-9]\\d{7})(?:\\d{3}|\\d{6}|\\d{9})?(?:\\.\\d+)?\"?");

    private static final Pattern CLOCK = Pattern.compile("\"?\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\"?");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Set<String> WORDS_OF_JSON = Set.of("true", "false", "null", "[]", "{}");

    private Shape() {}

    static boolean isTime(String raw) {
        return EPOCH.matcher(raw).matches() || CLOCK.matcher(raw).matches();
    }

    /** Whether it could be a generated id: it has letters and is a text. */
    static boolean couldBeAnId(String raw) {
        return LETTER.matcher(raw).find() && !WORDS_OF_JSON.contains(raw);
    }

    /** Whether they differ in their numbers only. */
    static boolean areCounted(List<Set<String>> runs) {
        return runs.stream()
                        .flatMap(Set::stream)
                        .map(raw -> DIGITS.matcher(raw).replaceAll("#"))
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
    }

    /** Whether every number of a run is greater than all of the run before: somebody counts on. */
    static boolean rise(List<Set<String>> runs) {
        BigDecimal highest = BigDecimal.valueOf(-1);
        for (Set<String> run : runs) {
            List<BigDecimal> numbers = run.stream()
                    .map(Shape::lastNumber)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            if (!numbers.isEmpty() && numbers.getFirst().compareTo(highest) <= 0) {
                return false;
            }
            highest = numbers.isEmpty() ? highest : numbers.getLast();
        }
        return true;
    }

    private static BigDecimal lastNumber(String raw) {
        return DIGITS.matcher(raw)
                .results()
                .reduce((one, other) -> other)
                .map(found -> new BigDecimal(found.group()))
                .orElse(BigDecimal.ZERO);
    }
}
