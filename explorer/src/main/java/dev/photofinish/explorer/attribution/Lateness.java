package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the application writes even later after its answers than anybody waits for. What is written when everybody is over
 * may be what the reading of the result asks for, or come of an answer; so the next executions wait
 * before they read it:
 *
 * <pre>
 *   a write when all are over ─▶ suspected ─▶ in a window in which nobody asks, it comes ─▶ once more ─▶ proven
 *                                                                                  └─ it does not ─▶ cleared for good
 * </pre>
 *
 * Any thread: one lock.
 */
final class Lateness {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Once may be the chance of a job that runs seldom. */
    private static final int PROOF = 2;

    private final Map<String, Suspicion> suspected = new HashMap<>();
    private final Set<String> cleared = new HashSet<>();
    private Optional<Command> proven = Optional.empty();
    private boolean open;

    /** @param met in how many windows it has come */
    private record Suspicion(Duration window, int met, boolean meets) {}

    /**
     * Everybody is over, and it has come.
     *
     * @param late how long after the last answer
     */
    synchronized void suspect(Command command, Duration late) {
        if (!command.onlyReads() && !cleared.contains(command.shape())) {
            Duration twice = Collections.max(List.of(late.multipliedBy(2), SHORTEST));
            Duration window = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
            suspected.putIfAbsent(command.shape(), new Suspicion(window, 0, false));
        }
    }

    /** Whether nobody asks anything now, and what is written is late. */
    synchronized boolean isOpen() {
        return open;
    }

    /** It has come in a window. */
    synchronized void comes(Command command) {
        suspected.computeIfPresent(command.shape(), (shape, before) -> {
            int met = before.meets() ? before.met() : before.met() + 1;
            if (met >= PROOF) {
                proven = Optional.of(command);
            }
            return new Suspicion(before.window(), met, true);
        });
        notifyAll();
    }

    /** Everybody is over: waits for what is suspected, if anything is. */
    synchronized void await() throws InterruptedException {
        if (suspected.isEmpty() || proven.isPresent()) {
            return;
        }
        open = true;
        suspected.replaceAll((shape, before) -> new Suspicion(before.window(), before.met(), false));
        long end = System.nanoTime() + window().toNanos();
        try {
            while (end - System.nanoTime() > 0 && !suspected.values().stream().allMatch(Suspicion::meets)) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } finally {
            open = false;
        }
        suspected.forEach((shape, suspicion) -> {
            if (!suspicion.meets()) {
                cleared.add(shape);
            }
        });
        suspected.keySet().removeAll(cleared);
    }

    private Duration window() {
        return suspected.values().stream()
                .map(Suspicion::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** What is written too late, if anything is. */
    synchronized Optional<Command> proven() {
        return proven;
    }
}
