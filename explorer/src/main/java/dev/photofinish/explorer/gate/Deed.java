package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.Step;
import java.util.Optional;

/** What the scheduler's thread has to do next, without the lock. */
sealed interface Deed {

    /** Let a reply go on, or throw away what was lost. */
    record Pass(Runnable passage) implements Deed {}

    /**
     * Look from outside at a contender.
     *
     * @param events how much had happened until then: a look that something got in between is worth nothing
     */
    record Look(String contender, Optional<Step> underWay, long events) implements Deed {}

    /** Nothing: everybody has settled. */
    record Rest(Situation situation) implements Deed {}
}
