package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** One execution of code in this process: a thread for each contender, from its beginning to the execution's end. */
final class DriverExecution<R> implements Execution<R> {

    /** How long a thread may take to end once it was interrupted. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(1);

    private final List<Racer> racers = new ArrayList<>();
    private final DriverSettings settings;
    private final Map<String, Callable<?>> contenders;
    private final ResultReader<R> reader;
    private final Gatekeeper gatekeeper;
    private final Consumer<List<Thread>> stragglers;

    DriverExecution(
            DriverSettings settings,
            Map<String, Callable<?>> contenders,
            ResultReader<R> reader,
            Pace pace,
            Ticker ticker,
            Consumer<List<Thread>> stragglers) {
        this.settings = settings;
        this.contenders = contenders;
        this.reader = reader;
        this.stragglers = stragglers;
        this.gatekeeper = new Gatekeeper(
                List.copyOf(contenders.keySet()),
                new DriverProbe(racers, settings.observer()),
                settings.patience(),
                pace,
                ticker);
    }

    void bringToFirstSteps() throws CannotBegin, InterruptedException {
        for (Map.Entry<String, Callable<?>> contender : contenders.entrySet()) {
            racers.add(Racer.start(settings, contender.getKey(), contender.getValue(), gatekeeper));
            gatekeeper.settle();
        }
        if (gatekeeper.situation().over()) {
            throw new CannotBegin(("%s sent no command through the gate: does the client that the code uses have"
                            + " gate.listener() in its settings, and does the code send its commands from the thread in which"
                            + " it is called?")
                    .formatted(String.join(" and ", contenders.keySet())));
        }
    }

    @Override
    public Situation situation() {
        return gatekeeper.situation();
    }

    @Override
    public Situation let(Set<String> names) throws InterruptedException {
        return gatekeeper.let(names);
    }

    @Override
    public Situation steer(Steersman steersman) throws InterruptedException {
        return gatekeeper.steer(steersman);
    }

    @Override
    public Answer answerOf(String contender, int index) {
        return gatekeeper.answerOf(contender, index);
    }

    @Override
    public R result() {
        if (!situation().over()) {
            throw new IllegalStateException("There is no result, not everybody has finished: " + situation() + ".");
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        racers.forEach(racer -> outcomes.put(racer.contender(), racer.outcome().orElseThrow()));
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
