package dev.photofinish.explorer.attribution;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a gate saw during a contest's executions besides the contenders' steps.
 *
 * @param ignored how many commands passed because the contest ignores them, by what they are, such as {@code find sessions}
 * @param unowned commands that no contender can own, such as those of a scheduled job, counted likewise; they passed
 * @param notes what is worth knowing about how the contenders' commands were told apart, a sentence each
 * @param doubts why a contest in which nothing was found broken may not be called held all the same, a sentence each
 */
public record Bystanders(Map<String, Long> ignored, Map<String, Long> unowned, Set<String> notes, Set<String> doubts) {

    public Bystanders {
        ignored = Map.copyOf(ignored);
        unowned = Map.copyOf(unowned);
        notes = Set.copyOf(notes);
        doubts = Set.copyOf(doubts);
    }

    /** The same, and what somebody else has found out. */
    public Bystanders and(Set<String> moreNotes, Set<String> moreDoubts) {
        return new Bystanders(ignored, unowned, both(notes, moreNotes), both(doubts, moreDoubts));
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }
}
