package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;

/** Who must wait until another contender has moved, since it would only do the same again. Guarded by the gatekeeper's lock. */
final class Fairness {

    private final Spin spin = new Spin();
    private final Retries retries = new Retries();

    void letGo(Step step) {
        retries.letGo(step);
    }

    void answered(Step step, Answer answer) {
        spin.answered(step, answer);
        retries.answered(step);
    }

    void conflicted(Step step) {
        retries.conflicted(step);
    }

    void finished(String contender) {
        retries.finished(contender);
    }

    /** Where a contender stands that waits before a step while others have not finished. */
    Standing before(Step step) {
        if (retries.isAt(step)) {
            return new Standing.Yielding(step, "tries its transaction again, and another's is still open");
        }
        if (spin.isAt(step)) {
            return new Standing.Yielding(step, "repeats itself, and nobody has changed anything since");
        }
        return new Standing.Held(step);
    }
}
