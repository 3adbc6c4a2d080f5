package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Answer.Effect;
import dev.photofinish.explorer.step.Step;
import java.util.Locale;

/**
 * A step and what came of it.
 *
 * @param place its place among all of the schedule, in the order in which they took effect
 */
record Deed(int place, Step step, Answer answer) {

    String contender() {
        return step.contender();
    }

    boolean by(Deed other) {
        return contender().equals(other.contender());
    }

    String name() {
        return step.command().name();
    }

    /** Who sent it knows more by its answer: a write that found nothing has looked, too. */
    boolean looks() {
        return step.command().onlyReads()
                || answer.effect() == Effect.CHANGED_NOTHING
                || (changes() && name().toLowerCase(Locale.ROOT).equals("findandmodify"));
    }

    /** Others see it. */
    boolean changes() {
        return !step.command().onlyReads()
                && switch (answer.effect()) {
                    case CHANGED, ADDED, UNKNOWN -> true;
                    case READ, CHANGED_NOTHING, REWROTE, FAILED -> false;
                };
    }

    /** It was meant to change something: two who both compute 20 from 100 write the same, and one update is lost. */
    boolean acts() {
        return changes() || answer.effect() == Effect.REWROTE;
    }
}
