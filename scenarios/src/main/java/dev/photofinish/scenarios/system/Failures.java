package dev.photofinish.scenarios.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What it counts as if a contender fails only when others come in between. */
public enum Failures {
    NOTICE,
    VIOLATION;

    /** As files write it: {@code notice} or {@code violation}; nothing for another word, of which the schema complains. */
    public static Optional<Failures> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
