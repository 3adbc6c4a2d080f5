package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One execution of code in this process: a thread for each contender, from its beginning to the execution's end. For the
 * explorer's thread.
 */
final class DriverExecution<R> implements Execution<R> {

    /** How long a thread may take to end once it was interrupted. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(1);

    private final List<Racer> racers = new ArrayList<>();
    private final DriverSettings settings;
    private final Map<String, Callable<?>> contenders;
    private final ResultReader<R> reader;
    private final Gatekeeper gatekeeper;
    private final Consumer<List<Thread>> stragglers;
    private final Seen seen;
    /** What the server had done when it began, if that is watched. */
    private Optional<Traffic> before = Optional.empty();

    /** Those whose turn is still to come, where they come one after the other. */
    private final Deque<String> waiting = new ArrayDeque<>();

    DriverExecution(
            DriverSettings settings,
            Map<String, Callable<?>> contenders,
            ResultReader<R> reader,
            Pace pace,
            Ticker ticker,
            Seen seen,
            Consumer<List<Thread>> stragglers) {
        this.settings = settings;
        this.contenders = contenders;
        this.reader = reader;
        this.seen = seen;
        seen.begins();
        this.stragglers = stragglers;
        this.gatekeeper = new Gatekeeper(
                List.copyOf(contenders.keySet()),
                new DriverProbe(racers, settings.observer()),
                settings.patience(),
                pace,
                ticker);
    }

    /** Starts each when the one before has settled. */
    void bringToFirstSteps(List<String> names) throws CannotBegin, InterruptedException {
        for (String name : names) {
            start(name);
        }
        blockedInTheApplication(situation()).map(Racer::contender).forEach(seen::keptFromBeingFirst);
        remarks(situation());
        requireACommand();
    }

    /** Starts the first; each of the others when the one before is over. Meanwhile the server should do nothing else. */
    void bringFirstToItsStep(List<String> order) throws CannotBegin, InterruptedException {
        before = Traffic.on(settings.observer());
        waiting.addAll(order);
        takeTurns();
        requireACommand();
    }

    private void takeTurns() throws InterruptedException {
        while (situation().over() && !waiting.isEmpty()) {
            start(waiting.remove());
        }
    }

    private void start(String name) throws InterruptedException {
        Callable<?> code = Objects.requireNonNull(contenders.get(name));
        racers.add(Racer.start(settings, name, code, gatekeeper, seen));
        gatekeeper.settle();
    }

    private void requireACommand() throws CannotBegin {
        if (situation().over()) {
            throw new CannotBegin(("%s sent no command through the gate: does the client that the code uses have"
                            + " gate.listener() in its settings, and does the code send its commands from the thread in which it"
                            + " is called?")
                    .formatted(String.join(" and ", contenders.keySet())));
        }
    }

    @Override
    public Situation situation() {
        return gatekeeper.situation();
    }

    @Override
    public Situation let(Set<String> names) throws InterruptedException {
        return steer(Steersman.once(names));
    }

    @Override
    public Situation steer(Steersman steersman) throws InterruptedException {
        Situation now = gatekeeper.steer(untilTheNextTurn(steersman));
        while (now.over() && !waiting.isEmpty()) {
            takeTurns();
            now = gatekeeper.steer(untilTheNextTurn(steersman));
        }
        return now;
    }

    /** That all who have begun are over is nobody's end as long as somebody has yet to begin. */
    private Steersman untilTheNextTurn(Steersman steersman) {
        return now -> {
            remarks(now);
            return now.over() && !waiting.isEmpty() ? Set.of() : steersman.next(now);
        };
    }

    /** Whoever waits for a connection is kept from going on by the contest itself. */
    private void remarks(Situation now) {
        blockedInTheApplication(now)
                .filter(Racer::waitsForAConnection)
                .map(Racer::contender)
                .forEach(seen::waitsForAConnection);
    }

    private Stream<Racer> blockedInTheApplication(Situation now) {
        return racers.stream()
                .filter(racer -> now.standings().get(racer.contender()) instanceof Standing.Blocked blocked
                        && blocked.where() == Standing.Where.APPLICATION);
    }

    @Override
    public Answer answerOf(String contender, int index) {
        return gatekeeper.answerOf(contender, index);
    }

    @Override
    public R result() {
        if (!situation().over() || !waiting.isEmpty()) {
            throw new IllegalStateException("There is no result, not everybody has finished: " + situation() + ".");
        }
        before.ifPresent(then -> Traffic.on(settings.observer()).ifPresent(now -> seen.ends(then, now)));
        before = Optional.empty();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        contenders
                .keySet()
                .forEach(name -> racers.stream()
                        .filter(racer -> racer.contender().equals(name))
                        .forEach(racer -> outcomes.put(name, racer.outcome().orElseThrow())));
        return reader.read(outcomes);
    }

    @Override
    public void close() {
        gatekeeper.close();
        List<Thread> left =
                racers.stream().map(Racer::thread).filter(Thread::isAlive).toList();
        left.forEach(DriverExecution::end);
        stragglers.accept(left.stream().filter(Thread::isAlive).toList());
    }

    /** A thread that has finished is about to end by itself; one that hangs is interrupted. */
    private static void end(Thread thread) {
        boolean interrupted = false;
        try {
            if (!thread.join(Duration.ofMillis(100))) {
                thread.interrupt();
                thread.join(LAST_CHANCE);
            }
        } catch (InterruptedException e) {
            interrupted = true;
            thread.interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
