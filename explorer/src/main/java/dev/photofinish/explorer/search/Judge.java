package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Turn;
import java.util.List;

/**
 * Says what is wrong with the result of a schedule.
 *
 * @param <R> what there is to judge when everybody has finished
 */
@FunctionalInterface
public interface Judge<R> {

    /**
     * @param turns the way that led to the result
     * @throws InterruptedException if the exploration is being stopped
     */
    Judgement judge(List<Turn> turns, R result) throws InterruptedException;
}
