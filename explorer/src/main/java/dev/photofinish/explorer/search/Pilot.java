package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import java.util.List;

/** Steers one execution. May be asked again from the start, if an execution has to be run again. */
interface Pilot {

    /**
     * Who goes next.
     *
     * @param soFar the moves made
     * @param now where everybody stands; somebody is enabled
     */
    Decision decide(List<Move> soFar, Situation now);
}
