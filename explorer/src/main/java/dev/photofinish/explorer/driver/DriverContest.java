package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Ticker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A contest of code in this process. For one thread. */
final class DriverContest<R> implements Contest<R> {

    private final Pace pace = new Pace();
    private final DriverSettings settings;
    private final Map<String, Callable<?>> contenders;
    private final FreshData freshData;
    private final ResultReader<R> reader;
    /** Threads of earlier executions that did not come to their end. */
    private List<Thread> stragglers = List.of();

    DriverContest(
            DriverSettings settings, Map<String, Callable<?>> contenders, FreshData freshData, ResultReader<R> reader) {
        this.settings = settings;
        this.contenders = new LinkedHashMap<>(contenders);
        this.freshData = freshData;
        this.reader = reader;
    }

    @Override
    public List<String> contenders() {
        return List.copyOf(contenders.keySet());
    }

    @Override
    public Execution<R> begin(List<String> participants) throws CannotBegin, InterruptedException {
        refuseBesideStragglers();
        makeFreshData();
        Map<String, Callable<?>> taking = new LinkedHashMap<>();
        contenders.keySet().stream()
                .filter(participants::contains)
                .forEach(name -> taking.put(name, contenders.get(name)));
        DriverExecution<R> execution =
                new DriverExecution<>(settings, taking, reader, pace, Ticker.SYSTEM, left -> stragglers = left);
        try {
            execution.bringToFirstSteps();
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
}
