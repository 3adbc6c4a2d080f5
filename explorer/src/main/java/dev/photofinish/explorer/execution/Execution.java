package dev.photofinish.explorer.execution;

import java.util.Optional;
import java.util.Set;

/**
 * One execution of a contest on fresh data. When it begins, every contender has been brought to its first step, one after
 * the other, unless they come {@linkplain Contest#beginSerially serially}; from then on at most one runs at a time. For one
 * thread.
 *
 * @param <R> what there is to judge when everybody has finished
 */
public interface Execution<R> extends AutoCloseable {

    /** Where everybody stands. */
    Situation situation();

    /**
     * Lets contenders go, and returns when everybody has settled again. One contender as a rule; several take their steps at
     * the same time, and both their answers are kept back until both have settled.
     *
     * @param contenders all of them {@linkplain Standing.Held held}
     * @throws InterruptedException if the exploration is being stopped
     */
    Situation let(Set<String> contenders) throws InterruptedException;

    /**
     * Lets contenders go as a steersman says, again and again, until it says nobody.
     *
     * @return where everybody stood then
     * @throws InterruptedException if the exploration is being stopped
     */
    default Situation steer(Steersman steersman) throws InterruptedException {
        Situation now = situation();
        for (Set<String> going = steersman.next(now); !going.isEmpty(); going = steersman.next(now)) {
            now = let(going);
        }
        return now;
    }

    /**
     * What came of the steps so far, in the order in which they were let go. The answer of a step that blocked is that which it
     * got in the end.
     */
    Answer answerOf(String contender, int index);

    /**
     * What there is to judge.
     *
     * @throws IllegalStateException if not everybody has finished
     */
    R result() throws InterruptedException;

    /**
     * Everybody who is left waits in the application, and nobody is held: why that need not mean that they wait for each other.
     *
     * @return a sentence; empty if nothing else is known that they could wait for
     * @throws InterruptedException if the exploration is being stopped
     */
    default Optional<String> noDeadlock() throws InterruptedException {
        return Optional.empty();
    }

    /** Ends it, wherever it stands: lets everything go that is held, and returns when nothing of it is under way. */
    @Override
    void close();
}
