package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.HashMap;
import java.util.Map;

/**
 * Sees a contender that only repeats itself: a lock kept in the database shows as the same command with the same answer, again
 * and again, while its holder is held. Nothing but a change by somebody else can end that. Guarded by the gatekeeper's lock.
 */
final class Spin {

    private static final int PATIENCE = 3;

    private final Map<String, Repetition> repetitions = new HashMap<>();

    /** What a contender did last, and how often in a row. */
    private record Repetition(Command command, Answer answer, int times) {

        boolean sameAs(Repetition other) {
            return repeats(command, other.command) && answer.equals(other.answer);
        }

        Repetition again() {
            return new Repetition(command, answer, times + 1);
        }
    }

    void answered(Step step, Answer answer) {
        if (mayHaveChanged(step.command(), answer)) {
            repetitions.clear();
            return;
        }
        repetitions.merge(
                step.contender(),
                new Repetition(step.command(), answer, 1),
                (last, once) -> last.sameAs(once) ? last.again() : once);
    }

    /** Whether the step would be one repetition too many. */
    boolean isAt(Step next) {
        Repetition last = repetitions.get(next.contender());
        return last != null && last.times() >= PATIENCE && repeats(last.command(), next.command());
    }

    private static boolean mayHaveChanged(Command command, Answer answer) {
        return switch (answer.effect()) {
            case CHANGED, UNKNOWN -> true;
            case READ, CHANGED_NOTHING, REWROTE, FAILED -> command.part() == Part.COMMITS;
        };
    }

    /**
     * Reads must be the same to the letter, since a loop that reads one document after the other is no spin. An attempt to take a
     * lock may carry its time or its owner.
     */
    private static boolean repeats(Command one, Command other) {
        return one.shape().equals(other.shape())
                && (!one.onlyReads() || one.text().equals(other.text()));
    }
}
