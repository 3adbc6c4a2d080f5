package dev.photofinish.explorer.search;

/** Decides which schedules are run. */
public sealed interface Strategy {

    /** Every schedule. */
    record Exhaustive() implements Strategy {}

    /** One schedule of each class of equivalent ones. */
    record Reduced() implements Strategy {}

    /**
     * Random priorities with a few random changes.
     *
     * @param depth the bugs aimed at: those that need so many ordering constraints
     */
    record Pct(long seed, int depth, int schedules) implements Strategy {}

    /** Whoever a fair coin says, before each step. */
    record Random(long seed, int schedules) implements Strategy {}

    /** This one schedule. */
    record Replay(dev.photofinish.explorer.schedule.Schedule schedule) implements Strategy {}
}
