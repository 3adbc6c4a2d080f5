package dev.photofinish.explorer.processes;

import dev.photofinish.explorer.attribution.Bell;
import dev.photofinish.explorer.attribution.Slumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Looks at the application's threads until they sleep; one for each gate.
 *
 * <pre>
 *   asked ─▶ look ─┬─▶ all asleep ──────────────────────▶ told
 *             ▲    ├─▶ somebody is awake ─▶ a little later ─┐
 *             │    └─▶ ... for too long: restless ──────▶ told
 *             └─────────────────────────────────────────────┘
 * </pre>
 *
 * <p>Any thread may ask. All that is read and learnt is confined to the bell's thread, but for what is volatile.
 */
public final class Vigil implements AutoCloseable {

    private static final Duration SHORTEST_PAUSE = Duration.ofNanos(250_000);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(5);
    private static final Duration BETWEEN_IDLE_LOOKS = Duration.ofMillis(50);
    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(1);

    /** To find processes takes tens of milliseconds on a machine with hundreds; so long may each be followed by none. */
    private static final int SELDOM = 50;

    /** Whoever was awake for too long so often tells nothing. */
    private static final int HOPELESS = 3;

    private final Bell bell;
    private final Household household;
    private final Restless restless = new Restless();
    private final Runnable end;
    private Optional<Long> connections = Optional.empty();
    private long notBeforeNanos;
    private int inVain;
    private volatile boolean idle;
    private volatile boolean somebodyIsThere;
    private volatile boolean severalWorkers;
    private volatile boolean closed;
    private volatile Optional<String> note = Optional.empty();

    /** @param end ends the bell's thread */
    Vigil(Bell bell, Household household, Runnable end) {
        this.bell = bell;
        this.household = household;
        this.end = end;
        this.notBeforeNanos = bell.nanos();
    }

    /** @param gates the ports at which the gate listens */
    public static Vigil over(Supplier<? extends Collection<Integer>> gates, Residence residence) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("photofinish-processes").factory());
        Household household = new Household(
                new Procfs(Path.of("/proc")),
                gates,
                residence,
                ProcessHandle.current().pid());
        return new Vigil(Bell.of(thread), household, thread::shutdownNow);
    }

    /** Finds the application's processes, unless nothing has changed since, or it was done just now. Does not wait for it. */
    public void looksAround(long connectionsSoFar) {
        bell.rings(Duration.ZERO, () -> {
            long now = bell.nanos();
            if (!closed && now - notBeforeNanos >= 0 && !connections.equals(Optional.of(connectionsSoFar))) {
                connections = Optional.of(connectionsSoFar);
                household.find();
                somebodyIsThere = !household.processes().isEmpty();
                severalWorkers = household.hasSeveralWorkers();
                long took = bell.nanos() - now;
                notBeforeNanos = now + Math.max(BETWEEN_SEARCHES.toNanos(), took * SELDOM);
            }
        });
    }

    /** From now on nobody asks the application anything, and its threads show what they do then. */
    public void applicationIsIdle() {
        idle = true;
        bell.rings(Duration.ZERO, this::looksAtTheIdle);
    }

    public void applicationIsAsked() {
        idle = false;
    }

    private void looksAtTheIdle() {
        if (idle && !closed) {
            if (somebodyIsThere) {
                restless.whileIdle(household.awake());
            }
            bell.rings(BETWEEN_IDLE_LOOKS, this::looksAtTheIdle);
        }
    }

    /**
     * For one contest.
     *
     * @param bound nobody waits longer than that for threads that do not sleep
     */
    public Slumber atMost(Duration bound) {
        return new Watched(bound);
    }

    /** The application, as one contest sees it. */
    private final class Watched implements Slumber {

        private final Duration bound;
        private final Thrift thrift = new Thrift();

        Watched(Duration bound) {
            this.bound = bound;
        }

        @Override
        public boolean isSeen() {
            return somebodyIsThere && note.isEmpty() && !closed;
        }

        @Override
        public boolean isWorthALook() {
            return isSeen() && thrift.allowsAnother(bell.nanos());
        }

        @Override
        public void whenAsleep(Runnable then) {
            if (!isSeen()) {
                then.run();
                return;
            }
            long from = bell.nanos();
            bell.rings(
                    Duration.ZERO,
                    () -> begins(bound, () -> {
                        thrift.looked(from, bell.nanos());
                        then.run();
                    }));
        }
    }

    private void begins(Duration bound, Runnable then) {
        Set<Task> awake = restless.telling(household.awake());
        look(new Wait(bell.nanos() + bound.toNanos(), SHORTEST_PAUSE, awake, then), awake);
    }

    /** @param always who was awake each time */
    private record Wait(long endNanos, Duration pause, Set<Task> always, Runnable then) {

        Wait longer(Set<Task> awake) {
            Set<Task> still = new HashSet<>(always);
            still.retainAll(awake);
            Duration next = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
            return new Wait(endNanos, next, still, then);
        }
    }

    private void look(Wait wait, Set<Task> awake) {
        if (awake.isEmpty() || closed) {
            wait.then().run();
        } else if (bell.nanos() - wait.endNanos() >= 0) {
            waitedInVain(wait.always());
            wait.then().run();
        } else {
            bell.rings(wait.pause(), () -> {
                Set<Task> now = restless.telling(household.awake());
                look(wait.longer(now), now);
            });
        }
    }

    private void waitedInVain(Set<Task> awake) {
        restless.neverSlept(awake);
        inVain++;
        if (inVain == HOPELESS) {
            note = Optional.of(
                    "The application's processes (%s) are hardly ever asleep: that somebody is over is told by time alone."
                            .formatted(String.join(
                                    ", ",
                                    household.processes().stream()
                                            .sorted()
                                            .map(String::valueOf)
                                            .toList())));
        }
    }

    /** Whether requests may be answered by one of several processes, as far as is known by now. Any thread. */
    public boolean hasSeenSeveralWorkers() {
        return severalWorkers;
    }

    /** What is to be said of it. Any thread. */
    public Set<String> notes() {
        return note.map(Set::of).orElseGet(Set::of);
    }

    @Override
    public void close() {
        closed = true;
        end.run();
    }
}
