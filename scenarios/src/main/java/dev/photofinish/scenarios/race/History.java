package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Outcome;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the contenders of one round did, and when: the record of all invocations and completions.
 *
 * <p>Any thread may call any method at any time; nothing is guarded by a lock, an event is one immutable record. A
 * snapshot that holds a completion also holds its invocation.
 */
public final class History {

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();

    /**
     * Records that an operation was let go.
     *
     * @param nanos when, as {@link System#nanoTime()}
     * @return to be handed to {@link #completed} when it has ended
     */
    public Event.Invocation invoked(String contender, String operation, long nanos) {
        Event.Invocation invocation = new Event.Invocation(contender, operation, nanos);
        events.add(invocation);
        return invocation;
    }

    /** Records how an operation ended, and when. */
    public void completed(Event.Invocation invocation, long nanos, Outcome outcome) {
        events.add(new Event.Completion(invocation, nanos, outcome));
    }

    /** How many operations of the contender's have ended so far. */
    int completions(String contender) {
        return (int) events.stream()
                .filter(event ->
                        event instanceof Event.Completion && event.contender().equals(contender))
                .count();
    }

    /** Everything recorded so far, in the order of its times; events of one time in the order in which they were recorded. */
    public List<Event> snapshot() {
        return events.stream()
                // nanoTime may overflow, differences do not
                .sorted((one, other) -> Long.signum(one.nanos() - other.nanos()))
                .toList();
    }
}
