package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Step;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows of pairs of upserts that can both insert, since no unique index decides between them, and whether they were ever seen to. A
 * contest in which they were not is not called clean: chance has spared it. For one thread.
 */
final class UnsafeUpserts {

    private final Set<String> inserted = new HashSet<>();
    private final Set<Set<String>> caught = new HashSet<>();

    void add(Landing landing) {
        if (landing instanceof Landing.Judged<?> judged) {
            judged.turns().forEach(this::add);
        }
    }

    private void add(Turn turn) {
        boolean allInserted = turn.answers().stream().allMatch(answer -> answer.effect() == Answer.Effect.ADDED);
        if (allInserted && turn.steps().stream().allMatch(UnsafeUpserts::isUnsafe)) {
            Set<String> names = turn.steps().stream().map(UnsafeUpserts::name).collect(Collectors.toSet());
            inserted.addAll(names);
            caught.add(names);
        }
    }

    /**
     * What is to be said of those that were not caught, a sentence a pair.
     *
     * @param pairs of steps that are not atomic towards each other
     * @param times how often each was released together
     */
    Set<String> doubts(List<List<Step>> pairs, int times) {
        Set<String> doubts = new LinkedHashSet<>();
        for (List<Step> pair : pairs) {
            Set<String> names = pair.stream().map(UnsafeUpserts::name).collect(Collectors.toSet());
            if (pair.stream().allMatch(UnsafeUpserts::isUnsafe)
                    && inserted.containsAll(names)
                    && !caught.contains(names)) {
                doubts.add(sentence(pair.getFirst(), pair.getLast(), times));
            }
        }
        return doubts;
    }

    private static String sentence(Step one, Step other, int times) {
        return ("%s's and %s's %s can both insert, since no unique index decides between them: unsafe, and not"
                        + " reproduced. Released together %d times they never did. On a server with test commands (mongod"
                        + " --setParameter enableTestCommands=1) this is decided, not left to chance.")
                .formatted(one.contender(), other.contender(), one.command().text(), times);
    }

    private static boolean isUnsafe(Step step) {
        return step.command().accesses().stream()
                .anyMatch(access -> access.grain() == Grain.COMPOUND
                        && access.unlessAdding().isPresent());
    }

    private static String name(Step step) {
        return step.contender() + " " + step.index() + " " + step.command().shape();
    }
}
