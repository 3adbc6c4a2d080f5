package dev.photofinish.explorer.attribution;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a contest's contenders do as a rule: the shapes of each one's first, second, third step. Learnt from commands that can
 * only be of one of them, and asked where a command may be of several. Guarded by the {@link Attribution} that uses it.
 */
final class Habits {

    private final Map<Occasion, Set<String>> shapes = new HashMap<>();

    /** @param index the how manieth step of the contender, from 1 */
    record Occasion(String contender, int index) {}

    void learn(Occasion occasion, String shape) {
        shapes.computeIfAbsent(occasion, unseen -> new HashSet<>()).add(shape);
    }

    /**
     * Whose a command probably is.
     *
     * @param candidates the next step of each who may have sent it
     * @return empty if nothing speaks for one of them rather than for another
     */
    Optional<String> probableOwner(Collection<Occasion> candidates, String shape) {
        return only(candidates.stream()
                        .filter(candidate ->
                                shapes.getOrDefault(candidate, Set.of()).contains(shape))
                        .toList())
                .or(() -> beginner(candidates, shape));
    }

    /** Somebody who has done nothing yet, when it is what somebody begins with. */
    private Optional<String> beginner(Collection<Occasion> candidates, String shape) {
        boolean isABeginning = shapes.entrySet().stream()
                .anyMatch(seen -> seen.getKey().index() == 1 && seen.getValue().contains(shape));
        return isABeginning
                ? only(candidates.stream()
                        .filter(candidate -> candidate.index() == 1)
                        .toList())
                : Optional.empty();
    }

    private static Optional<String> only(List<Occasion> occasions) {
        return occasions.size() == 1 ? Optional.of(occasions.getFirst().contender()) : Optional.empty();
    }
}
