package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Requests to an application, explored through the {@link WireGate} before its database.
 *
 * <pre>{@code
 * var contenders = new LinkedHashMap<String, Callable<?>>();
 * contenders.put("A", () -> post("/orders"));
 * contenders.put("B", () -> post("/orders"));
 * var contest = new WireContest<>(gate, contenders, freshData, () -> get("/orders"), Set.of());
 * }</pre>
 *
 * <p>One contest of a gate at a time; for the explorer's thread, except {@link #bystanders()}.
 *
 * @param <R> what there is to judge when everybody has finished
 */
public final class WireContest<R> implements Contest<R> {

    private final Map<String, Callable<?>> contenders;

    /**
     * @param contenders by name, in their order: sends a contender's requests and returns when it has its answers. Called
     *     once an execution, on a thread of its own. A refusal and a failure are answers too; what it throws makes the
     *     execution inconclusive
     * @param result read when everybody has finished; what it asks the application passes the gate
     */
    public WireContest(
            WireGate gate,
            Map<String, ? extends Callable<?>> contenders,
            FreshData freshData,
            Result<R> result,
            Set<Ignore> ignored) {
        this.contenders = new LinkedHashMap<>(contenders);
    }

    @Override
    public List<String> contenders() {
        return List.copyOf(contenders.keySet());
    }

    /**
     * {@inheritDoc}
     *
     * @throws CannotBegin also if no command of theirs came through the gate: such a contest says nothing
     */
    @Override
    public Execution<R> begin(List<String> participants) throws CannotBegin, InterruptedException {
        throw new CannotBegin("The gate holds nothing yet.");
    }

    /** What passed besides the contenders' steps, in all executions so far. */
    public Bystanders bystanders() {
        return new Bystanders(Map.of(), Map.of(), Set.of());
    }

    /** Reads what there is to judge. */
    @FunctionalInterface
    public interface Result<R> {

        R read() throws InterruptedException;
    }
}
