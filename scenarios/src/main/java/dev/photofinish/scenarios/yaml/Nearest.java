package dev.photofinish.scenarios.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses what a misspelt word was meant to be. */
public final class Nearest {

    private Nearest() {}

    /** {@code did you mean "accepted"?}, or empty if no known word is near. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known).map(near -> "did you mean \"" + near + "\"?").orElse("");
    }

    /** {@code one of a, b, c}. */
    public static String oneOf(Collection<String> known) {
        return switch (known.size()) {
            case 0 -> "none, there are none";
            case 1 -> known.iterator().next();
            default -> known.stream().collect(Collectors.joining(", ", "one of ", ""));
        };
    }

    /** The known word with the fewest edits, if those are at most a third of its letters. */
    static Optional<String> of(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> edits(lower, candidate.toLowerCase(Locale.ROOT))
                        <= Math.max(1, (Math.max(word.length(), candidate.length()) + 1) / 3))
                .min(Comparator.comparingInt(candidate -> edits(lower, candidate.toLowerCase(Locale.ROOT))));
    }

    /** Levenshtein's distance, two rows at a time. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
