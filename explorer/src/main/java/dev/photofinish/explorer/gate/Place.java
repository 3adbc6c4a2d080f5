package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;

/**
 * Where a contender is.
 *
 * <pre>
 * Idle ─▶ Running ─▶ Held ─▶ UnderWay ─▶ Replied ─▶ Running ─▶ … ─▶ Finished
 *            │                  │  └───── (reply need not wait) ───────▲
 *            └──▶ Blocked ◀─────┘          until another contender moves
 * </pre>
 */
sealed interface Place {

    /** It has not been started. */
    record Idle() implements Place {}

    /** In the application, since then. Resumed: it was blocked there before. */
    record Running(long sinceNanos, boolean resumed) implements Place {}

    /** Before a step. */
    record Held(Step step, Passage passage) implements Place {}

    /** In the database. */
    record UnderWay(Step step, Reply reply) implements Place {}

    /** Its reply has come and is kept back. */
    record Replied(Passage delivery) implements Place {}

    /** It comes no further until another moves. */
    record Blocked(Standing.Blocked standing) implements Place {}

    record Finished() implements Place {}

    record Lost(String why) implements Place {}

    /** What happens to a reply when it comes. */
    enum Reply {
        GOES_ON,
        /** Somebody else may be running: it waits until nobody does. */
        IS_KEPT
    }
}
