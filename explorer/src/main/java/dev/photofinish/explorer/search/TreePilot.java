package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.HappensBefore.Relation;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes to a branch of the tree, takes it, and then straight on past contenders that are asleep.
 *
 * @param asleep whose next step, before the last move of the plan, is covered elsewhere (Godefroid, Partial-Order Methods for the
 *     Verification of Concurrent Systems, 1996: sleep sets). They wake when something happens that depends on that step
 */
record TreePilot(Node from, Plan plan, Set<String> asleep, Relation relation) implements Pilot {

    @Override
    public Decision decide(List<Move> soFar, Situation now) {
        return plan.decide(soFar.size(), now).orElseGet(() -> StraightOn.avoiding(asleepAfter(soFar), soFar, now));
    }

    Set<String> asleepAfter(List<Move> moves) {
        Set<String> still = asleep;
        for (Move move : moves.subList(Math.max(0, plan.length() - 1), moves.size())) {
            still = stillAsleep(still, move);
        }
        return still;
    }

    Set<String> stillAsleep(Set<String> sleepers, Move move) {
        Step taken = move.steps().getFirst();
        return sleepers.stream()
                .filter(sleeper -> move.before()
                        .next(sleeper)
                        .filter(step -> !relation.dependent(step, taken))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
