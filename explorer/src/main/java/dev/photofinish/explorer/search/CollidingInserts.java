package dev.photofinish.explorer.search;

import dev.photofinish.explorer.document.Change;
import dev.photofinish.explorer.document.Traits;
import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows of inserts of several documents that bring the same. A server inserts them all at once, and one after the other where it meets
 * somebody else's on the way: then each of two that bring them in another order can be refused a part, which neither is that comes
 * before or after the other. For one thread.
 */
final class CollidingInserts {

    private static final String DUPLICATE = "DuplicateKey";

    private final Set<String> refused = new HashSet<>();

    void add(Step step, Answer answer) {
        if (insertsSeveral(step) && answer.text().contains(DUPLICATE)) {
            refused.add(step.name());
        }
    }

    /** Whether each of them can be refused a part. */
    boolean canBothBeRefused(Step one, Step other) {
        return insertsSeveral(one)
                && insertsSeveral(other)
                && (refused.contains(one.name()) || refused.contains(other.name()))
                && !bringTheSameInTheSameOrder(one, other);
    }

    private static boolean insertsSeveral(Step step) {
        return step.command().name().equals("insert")
                && !step.command().part().transactional()
                && step.command().accesses().stream().allMatch(access -> access.grain() != Grain.ATOMIC);
    }

    /** By their ids: whoever is the first to bring the first of them, brings all. */
    private static boolean bringTheSameInTheSameOrder(Step one, Step other) {
        List<Optional<String>> ids = new ArrayList<>(ids(one));
        List<Optional<String>> others = new ArrayList<>(ids(other));
        ids.retainAll(Set.copyOf(others));
        others.retainAll(Set.copyOf(ids));
        return !ids.isEmpty() && !ids.contains(Optional.<String>empty()) && ids.equals(others);
    }

    private static List<Optional<String>> ids(Step step) {
        return step.command().intent().get().changes().stream()
                .map(Change::inserted)
                .flatMap(List::stream)
                .map(Traits::id)
                .toList();
    }
}
