package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.HappensBefore.Relation;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes to a branch of the tree, takes it, and then straight on past contenders that are asleep, or in a serial order whoever sleeps:
 * every serial order is run, also where it is equivalent to another schedule.
 *
 * @param asleep whose next step, before the last move of the plan, is covered elsewhere (Godefroid, Partial-Order Methods for the
 *     Verification of Concurrent Systems, 1996: sleep sets). They wake when something happens that depends on that step
 * @param order in which to go on from there, if in any
 */
record TreePilot(Node from, Plan plan, Set<String> asleep, Relation relation, Optional<InOrder> order)
        implements Pilot {

    @Override
    public Decision decide(List<Move> soFar, Situation now) {
        return plan.decide(soFar.size(), now)
                .orElseGet(() -> order.map(serial -> serial.decide(soFar, now))
                        .orElseGet(() -> StraightOn.avoiding(asleepAfter(soFar), soFar, now)));
    }

    /** How many of the moves are no step of a sleeper, nor come after one: the rest is covered elsewhere. */
    int news(List<Move> moves) {
        for (int made = plan.length() - 1; made < moves.size(); made++) {
            Set<String> sleeping = made < plan.length() ? asleep : asleepAfter(moves.subList(0, made));
            if (sleeping.contains(moves.get(made).contenders().getFirst())) {
                return made;
            }
        }
        return moves.size();
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
