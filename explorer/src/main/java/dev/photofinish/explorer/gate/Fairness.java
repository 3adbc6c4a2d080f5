package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.Optional;

/** Who must wait until another contender has moved, since it would only do the same again. Guarded by the gatekeeper's lock. */
final class Fairness {

    /** Nobody else is left, and it has tried so often. A few times less will do once such a loop has been seen to have no end. */
    private static final int ROUNDS_ALONE = 10;

    private final Spin spin = new Spin();
    private final Retries retries = new Retries();
    private final Pace pace;
    private final Duration endless;

    /** @param endless for how long a loop must have gone on that nobody else can end */
    Fairness(Pace pace, Duration endless) {
        this.pace = pace;
        this.endless = endless;
    }

    void letGo(Step step) {
        retries.letGo(step);
    }

    void answered(Step step, Answer answer, long now) {
        spin.answered(step, answer, now);
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
        if (spin.at(step).isPresent()) {
            return new Standing.Yielding(step, "repeats itself, and nobody has changed anything since");
        }
        return new Standing.Held(step);
    }

    /**
     * Where a contender stands that waits before a step while all others have finished: only time could end its loop, a lock that
     * runs out or patience that does, and time is given. Until then nothing tells who tries for ever from who tries for as long as that:
     * pauses that do not grow are those of a loop with a deadline, too.
     */
    Standing beforeAlone(Step step, long now) {
        Optional<Loop> loop = spin.at(step).filter(going -> isEndless(going, now));
        loop.ifPresent(going -> pace.neverEnds(going.shapes()));
        return loop.<Standing>map(going -> new Standing.Yielding(step, sentence(going, now)))
                .orElseGet(() -> new Standing.Held(step));
    }

    private boolean isEndless(Loop loop, long now) {
        return pace.isKnownNeverToEnd(loop.shapes())
                || (loop.rounds() >= ROUNDS_ALONE && loop.lasts(now).compareTo(endless) >= 0);
    }

    private static String sentence(Loop loop, long now) {
        return "has sent %s %s times in %s with the same answers, and nobody is left who could change them"
                .formatted(String.join(", ", loop.shapes()), loop.rounds(), Silence.text(loop.lasts(now)));
    }
}
