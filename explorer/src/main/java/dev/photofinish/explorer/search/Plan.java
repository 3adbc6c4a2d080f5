package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Optional;

/** Steps that are known from an earlier execution, to be gone through again in this order. */
record Plan(List<List<Step>> moves) {

    Plan {
        moves = moves.stream().map(List::copyOf).toList();
    }

    int length() {
        return moves.size();
    }

    /** The next move of the plan, if the execution is where the plan wants it; empty if all of it has been made. */
    Optional<Decision> decide(int made, Situation now) {
        if (made >= moves.size()) {
            return Optional.empty();
        }
        List<Step> planned = moves.get(made);
        for (Step step : planned) {
            Optional<Step> there = now.next(step.contender());
            if (there.filter(step::sameAs).isEmpty()) {
                return Optional.of(new Decision.Diverged("Move " + (made + 1) + " was to be " + text(step) + ", but "
                        + there.map(other -> step.contender() + " was at " + text(other))
                                .orElse(step.contender() + " could not go")
                        + "."));
            }
        }
        return Optional.of(new Decision.Go(planned.stream().map(Step::contender).toList()));
    }

    private static String text(Step step) {
        return step.contender() + "'s " + step.command().text();
    }
}
