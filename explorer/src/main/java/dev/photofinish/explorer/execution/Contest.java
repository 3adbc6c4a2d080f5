package dev.photofinish.explorer.execution;

import java.util.List;
import java.util.Set;

/**
 * What is explored: something that can be executed again and again, each time on fresh data.
 *
 * @param <R> what there is to judge when everybody has finished
 */
public interface Contest<R> {

    /** The contenders' names, two to four, in their order. */
    List<String> contenders();

    /**
     * Makes fresh data and brings the named contenders to their first step. With fewer than all of them, the others take no
     * part: so the serial oracle learns what the accepted ones would have got alone.
     *
     * @throws CannotBegin if there is no fresh data or no contender
     */
    Execution<R> begin(List<String> participants) throws CannotBegin, InterruptedException;

    /**
     * Makes fresh data and begins an execution in which the contenders come one after the other in this order: each starts only
     * when the one before it is over, and until then does not stand in the situation. Who comes several times sends one request a
     * turn, where the contest knows its requests, and all that are left at its last.
     *
     * <p>The default serves contests whose contenders do nothing before they are let go for the first time. Whoever wraps a contest
     * passes this on.
     *
     * @throws CannotBegin if there is no fresh data or no contender
     */
    default Execution<R> beginSerially(List<String> order) throws CannotBegin, InterruptedException {
        return begin(contenders().stream().filter(order::contains).toList());
    }

    /**
     * Whether what contenders do before they are let go for the first time is done, in an execution that is not begun {@linkplain
     * #beginSerially serially}, before others are over: then a serial order comes to something else that way. Whoever wraps a
     * contest passes this on.
     */
    default boolean bringsAllToTheirFirstStep() {
        return false;
    }

    /**
     * Whether a contender's beginning can be a step of its own. Whoever wraps a contest passes this on, and {@link
     * #beginAtTheDoor}.
     */
    default boolean canHoldAtTheDoor() {
        return false;
    }

    /**
     * Makes fresh data and begins an execution in which everybody is held before it has begun, so that to begin is its first step:
     * for those who are turned away at once when they begin while another is under way.
     *
     * @throws CannotBegin if there is no fresh data
     */
    default Execution<R> beginAtTheDoor(List<String> participants) throws CannotBegin, InterruptedException {
        return begin(participants);
    }

    /**
     * Whether somebody may begin at a moment at which nobody has begun in any execution that {@link #begin} or {@link #beginSerially}
     * began: of three or more contenders behind a lock in the application, a third when the first is over, while the second still
     * waits. Whoever wraps a contest passes this on.
     */
    default boolean leavesBeginningsOut() {
        return false;
    }

    /**
     * From now on the commands that a contender sends at once, so that either can be the first, are taken in another order than in
     * any execution so far; the second is the opposite of the first. While nothing is executed. Whoever wraps a contest passes this
     * on, and {@link #takeVolleysInFirstOrder}.
     *
     * @return whether there is another; if not, nothing is changed
     */
    default Orders takeVolleysInNextOrder() {
        return Orders.ALL_TRIED;
    }

    /** From now on they are taken as they were first. While nothing is executed. */
    default void takeVolleysInFirstOrder() {}

    /** Whether what comes at once can be taken in still another order. */
    enum Orders {
        ANOTHER,
        /** There is none, or only one if nothing comes at once. */
        ALL_TRIED,
        /** One and its opposite have been; of so many commands there are too many. */
        TOO_MANY
    }

    /**
     * Why nothing that was not found broken may be called held, from all executions so far: a sentence each. Whoever wraps a
     * contest passes its doubts on.
     */
    default Set<String> doubts() {
        return Set.of();
    }
}
