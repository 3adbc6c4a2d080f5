package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.Step;
import java.util.List;

/**
 * One decision of an execution.
 *
 * @param before where everybody stood
 * @param steps the step that was let go, or several that were let go together
 * @param after where everybody stood then
 * @param turnedOut the same steps as their answers show them: they may have touched less than could be told before
 */
record Move(Situation before, List<Step> steps, Situation after, List<Step> turnedOut) {

    Move {
        steps = List.copyOf(steps);
        turnedOut = List.copyOf(turnedOut);
    }

    Move(Situation before, List<Step> steps, Situation after) {
        this(before, steps, after, steps);
    }

    /** The same move, now that the answers to its steps are known. */
    Move havingTurnedOut(List<Step> asTheyWere) {
        return new Move(before, steps, after, asTheyWere);
    }

    /** The steps of a way that was gone one at a time, in order, as they turned out. */
    static List<Step> turnedOut(List<Move> moves) {
        return moves.stream().map(move -> move.turnedOut().getFirst()).toList();
    }

    List<String> contenders() {
        return steps.stream().map(Step::contender).toList();
    }
}
