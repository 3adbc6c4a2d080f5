package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Tally;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What no schedule shows where contenders wait for something in the application, such as a lock. Any thread.
 *
 * @param contenders how many there are
 * @param severalWorkers whether requests may be answered by one of several processes
 */
record Unexplored(Tally tally, int contenders, BooleanSupplier severalWorkers) {

    private static final int TWO = 2;

    /** Connections are kept, so that a contender's requests may go to the same worker each time. */
    private static final String SEVERAL_WORKERS =
            "A contender waited in the application, as for a lock, and the application runs in several processes: a lock in"
                    + " the memory of one keeps nobody out who is served by another, and which of them served whom was left"
                    + " to chance. Explore it with one process to see what the lock does; with several it protects nothing"
                    + " unless they share it.";

    private static final String BEGINNINGS =
            "Contenders waited in the application, as for a lock. That one begins when another is over, while a third still waits,"
                    + " is not explored, at most tried a few times.";

    /** Why what was not found broken may not be called held, in sentences. */
    Set<String> doubts() {
        return tally.hasALockInTheApplication() && severalWorkers.getAsBoolean() ? Set.of(SEVERAL_WORKERS) : Set.of();
    }

    /**
     * Whether somebody may begin at a moment at which nobody has begun in any schedule: all are brought to their first command, or to the
     * lock in the application that they wait for, before anybody goes on. Of two one comes after the other in the serial orders; a third
     * could begin when the first is over while the second still waits.
     */
    boolean beginnings() {
        return contenders > TWO && tally.hasALockInTheApplication();
    }

    /** What is worth knowing besides, in sentences. */
    Set<String> notes() {
        return beginnings() ? Set.of(BEGINNINGS) : Set.of();
    }
}
