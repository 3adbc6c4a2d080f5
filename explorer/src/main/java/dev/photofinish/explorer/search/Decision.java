package dev.photofinish.explorer.search;

import java.util.List;

/** What a pilot wants next. */
sealed interface Decision {

    /** These contenders go: one as a rule, several together. */
    record Go(List<String> contenders) implements Decision {

        static Go of(String contender) {
            return new Go(List.of(contender));
        }
    }

    /** Nobody goes: all that could follow is covered by other schedules. */
    record Prune() implements Decision {}

    /** This is not the way that was planned. */
    record Diverged(String how) implements Decision {}
}
