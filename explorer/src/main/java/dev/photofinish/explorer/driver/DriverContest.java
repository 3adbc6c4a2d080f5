package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Ticker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A contest of code in this process, and what the gate saw of it so far. For one thread.
 *
 * @param <R> what there is to judge when everybody has finished
 */
public final class DriverContest<R> implements Contest<R> {

    /** How long after its call a contender's work may come, where there are threads to do it. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Pace pace = new Pace();
    private final Seen seen = new Seen();
    private final DriverSettings settings;
    private final Map<String, Callable<?>> contenders;
    private final FreshData freshData;
    private final ResultReader<R> reader;
    private final Passers passers;
    private final Workers workers = Workers.now();
    /** Threads of earlier executions that did not come to their end. */
    private List<Thread> stragglers = List.of();

    DriverContest(
            DriverSettings settings,
            Map<String, Callable<?>> contenders,
            FreshData freshData,
            ResultReader<R> reader,
            Passers passers) {
        this.settings = settings;
        this.contenders = new LinkedHashMap<>(contenders);
        this.freshData = freshData;
        this.reader = reader;
        this.passers = passers;
    }

    @Override
    public List<String> contenders() {
        return List.copyOf(contenders.keySet());
    }

    @Override
    public Execution<R> begin(List<String> participants) throws CannotBegin, InterruptedException {
        return begin(contenders().stream().filter(participants::contains).toList(), DriverExecution::bringToFirstSteps);
    }

    @Override
    public Execution<R> beginSerially(List<String> order) throws CannotBegin, InterruptedException {
        return begin(order.stream().distinct().toList(), DriverExecution::bringFirstToItsStep);
    }

    private Execution<R> begin(List<String> names, Beginning beginning) throws CannotBegin, InterruptedException {
        refuseBesideStragglers();
        passers.areSeenBy(seen);
        makeFreshData();
        Map<String, Callable<?>> taking = new LinkedHashMap<>();
        contenders.forEach((name, code) -> {
            if (names.contains(name)) {
                taking.put(name, code);
            }
        });
        DriverExecution<R> execution =
                new DriverExecution<>(settings, taking, reader, pace, Ticker.SYSTEM, seen, left -> stragglers = left);
        try {
            beginning.of(execution, names);
            return execution;
        } catch (CannotBegin | InterruptedException | RuntimeException | Error e) {
            execution.close();
            throw e;
        }
    }

    private void refuseBesideStragglers() throws CannotBegin {
        List<String> alive =
                stragglers.stream().filter(Thread::isAlive).map(Thread::getName).toList();
        if (!alive.isEmpty()) {
            throw new CannotBegin(
                    "%s of an earlier schedule still runs and did not even end when interrupted, so that nothing"
                                    .formatted(String.join(", ", alive))
                            + " that follows could be trusted.");
        }
    }

    private void makeFreshData() throws CannotBegin, InterruptedException {
        try {
            freshData.make();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new CannotBegin("There is no fresh data: " + e, e);
        }
    }

    @Override
    public Set<String> doubts() {
        return seen.doubts(contenders());
    }

    /** Why what was found, whatever it was, may come of something that the gate does not hold: a sentence each. */
    public Set<String> pastTheGate() {
        return seen.pastTheGate();
    }

    /**
     * Where executors, pools or timers have done something since the contest was made, waits until one of them sends a command,
     * which it may do long after the call has returned, or for a while.
     *
     * @return whether one has
     */
    public boolean settle() throws InterruptedException {
        return Workers.now().haveMovedSince(workers) && seen.awaitPassers(SETTLING);
    }

    /** The namespaces that contenders have changed, such as {@code shop.stock}. */
    public Set<String> written() {
        return seen.written();
    }

    /** Commands by which contenders made collections or indexes, for people. */
    public Set<String> made() {
        return seen.made();
    }

    /** The contenders that something in the application kept from being first, so that the others always were. */
    public Set<String> keptFromBeingFirst() {
        return seen.late();
    }

    /** How an execution begins. */
    @FunctionalInterface
    private interface Beginning {

        void of(DriverExecution<?> execution, List<String> names) throws CannotBegin, InterruptedException;
    }
}
