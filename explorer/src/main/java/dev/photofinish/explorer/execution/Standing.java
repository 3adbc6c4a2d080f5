package dev.photofinish.explorer.execution;

import dev.photofinish.explorer.step.Step;
import java.util.Optional;

/** Where a contender stands while nobody runs. */
public sealed interface Standing {

    /** It waits before a step and may be let go. */
    record Held(Step step) implements Standing {}

    /**
     * It waits before a step, and it would be unfair to let it go before somebody else has moved: it has only repeated itself
     * (a lock kept in the database), or it retries a transaction against a held winner.
     *
     * @param why for people
     */
    record Yielding(Step step, String why) implements Standing {}

    /**
     * It was let go and comes no further until another contender moves. In the database its step is under way, and its answer
     * is kept back until the other has settled; in the application (a lock, an exhausted pool) it has no step.
     *
     * @param why for people
     */
    record Blocked(Where where, Optional<Step> step, String why) implements Standing {}

    /** It has its answer and is quiet. */
    record Finished() implements Standing {}

    /**
     * It cannot be brought to an end, and nothing can be said about the schedule: the client gave up while its command was
     * held, the application does not answer, the machine stands still.
     *
     * @param why a sentence
     */
    record Lost(String why) implements Standing {}

    /** What a blocked contender waits for. */
    enum Where {
        DATABASE,
        APPLICATION
    }
}
