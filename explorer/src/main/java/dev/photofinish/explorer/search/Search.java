package dev.photofinish.explorer.search;

import java.util.List;
import java.util.Optional;

/** A strategy at work: plans schedule after schedule, and learns from each where else to look. */
interface Search {

    /** The next schedule; empty if none is left. */
    Optional<Pilot> next();

    /**
     * The way that a planned schedule took, as far as it got.
     *
     * @param pilot as {@link #next} gave it
     */
    void flown(Pilot pilot, List<Move> moves);

    /** Something that no step shows decides what contenders do: no schedule is covered by another. */
    default void trustNothing() {}

    /** From now on to begin is a step of everybody's, so that all schedules so far were others. */
    default void beginAnew() {
        trustNothing();
    }

    /** Whether the next schedule is a serial order: these come before all others. */
    boolean serialOrdersAreLeft();

    /** Whether, when none is left, every schedule within the bound has been covered. */
    boolean coversAll();

    /** What the search promises if it only samples, in a sentence. */
    default Optional<String> guarantee() {
        return Optional.empty();
    }
}
