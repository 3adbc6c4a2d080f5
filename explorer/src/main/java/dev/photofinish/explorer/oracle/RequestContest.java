package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import java.util.List;
import java.util.Map;

/**
 * A contest of contenders who may send several requests, and who can be had without their last ones.
 *
 * @param <R> what there is to judge when everybody has finished
 */
public interface RequestContest<R> extends Contest<R> {

    /**
     * Like {@link #begin(List)}, but some contenders have finished when they have the answers to their first requests. If it is not
     * all requests of all contenders, they need not send a single command.
     *
     * @param endsAfter by contender, only of those that end early: after how many of its requests, at least one
     * @throws CannotBegin if there is no fresh data or no contender
     */
    Execution<R> begin(List<String> participants, Map<String, Integer> endsAfter)
            throws CannotBegin, InterruptedException;

    /**
     * Like {@link #beginSerially(List)}, but some contenders have finished when they have the answers to their first requests, as in
     * {@link #begin(List, Map)}.
     *
     * @throws CannotBegin if there is no fresh data or no contender
     */
    default Execution<R> beginSerially(List<String> order, Map<String, Integer> endsAfter)
            throws CannotBegin, InterruptedException {
        return begin(contenders().stream().filter(order::contains).toList(), endsAfter);
    }
}
