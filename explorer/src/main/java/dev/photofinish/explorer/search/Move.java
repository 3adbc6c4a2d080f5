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
 */
record Move(Situation before, List<Step> steps, Situation after) {

    Move {
        steps = List.copyOf(steps);
    }

    List<String> contenders() {
        return steps.stream().map(Step::contender).toList();
    }
}
