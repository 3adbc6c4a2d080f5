package dev.photofinish.explorer.execution;

import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One move of a schedule.
 *
 * @param steps the step that was carried out, or several that were let go together
 * @param answers what came of each, in the order of the steps
 * @param blocked the contenders whose step was under way and blocked when the move had settled
 */
public record Turn(List<Step> steps, List<Answer> answers, List<String> blocked) {

    public Turn {
        steps = List.copyOf(steps);
        answers = List.copyOf(answers);
        blocked = List.copyOf(blocked);
    }

    /** Each step with what came of it. */
    public List<Done> done() {
        return IntStream.range(0, steps.size())
                .mapToObj(place -> new Done(steps.get(place), answers.get(place)))
                .toList();
    }

    /** A step, and what came of it. */
    public record Done(Step step, Answer answer) {}
}
