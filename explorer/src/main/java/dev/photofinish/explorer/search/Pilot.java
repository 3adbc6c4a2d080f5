package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import java.util.List;
import java.util.Optional;

/** Steers one execution. May be asked again from the start, if an execution has to be run again. */
interface Pilot {

    /**
     * Who goes next.
     *
     * @param soFar the moves made
     * @param now where everybody stands; somebody is enabled
     */
    Decision decide(List<Move> soFar, Situation now);

    /**
     * The contenders in the order in which they come one after the other, if that is where it goes: an execution in which each
     * begins only when the one before it is over serves it, too.
     */
    default Optional<List<String>> serialOrder() {
        return Optional.empty();
    }
}
