package dev.photofinish.explorer.wire;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Whose turn it is where contenders' requests come one after the other: who comes several times in an order does one request a
 * turn, and at its last turn all that are left.
 *
 * <pre>
 *   order A B A:   A sends its first request ─ rests ─▶ B sends all of its ─ ends ─▶ A sends the rest of its
 * </pre>
 *
 * Safe for any thread: the explorer's says whose turn it is, contenders' rest and end.
 */
final class Relay {

    private final Deque<String> order;
    private final Map<String, CountDownLatch> resting = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    Relay(Collection<String> order) {
        this.order = new ArrayDeque<>(order);
    }

    /** Nobody waits for another. */
    static Relay none() {
        return new Relay(Set.of());
    }

    /** A turn, of one who has yet to begin or who rests. */
    sealed interface Turn {

        String contender();

        record Begins(String contender) implements Turn {}

        record GoesOn(String contender, CountDownLatch rest) implements Turn {

            void now() {
                rest.countDown();
            }
        }
    }

    /** Whether somebody has a turn to come. */
    synchronized boolean isLeft() {
        order.removeIf(ended::contains);
        return !order.isEmpty();
    }

    /** The next turn; of those who have ended before it, none. */
    synchronized Optional<Turn> next() {
        if (!isLeft()) {
            return Optional.empty();
        }
        String contender = order.remove();
        return Optional.of(Optional.ofNullable(resting.remove(contender))
                .<Turn>map(rest -> new Turn.GoesOn(contender, rest))
                .orElseGet(() -> new Turn.Begins(contender)));
    }

    /** A contender is between two requests: where it rests, if it has a turn to come. */
    synchronized Optional<CountDownLatch> rests(String contender) {
        return order.contains(contender)
                ? Optional.of(resting.computeIfAbsent(contender, unseen -> new CountDownLatch(1)))
                : Optional.empty();
    }

    synchronized void ends(String contender) {
        ended.add(contender);
    }

    /** Nobody need rest any more. */
    synchronized void isOver() {
        order.clear();
        resting.values().forEach(CountDownLatch::countDown);
        resting.clear();
    }
}
