package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Executions of one serial order, in the order in which they were run; the first ones and the latest are kept. For the explorer's
 * thread.
 */
final class Samples {

    /** So many are kept, the first four among them. */
    private static final int MOST_KEPT = 8;

    private static final int FIRST_KEPT = 4;

    private final List<SerialRun> runs = new ArrayList<>();
    private long firstAt;
    private long lastAt;
    private long took;
    private int ran;

    /**
     * @param run if it came to its end
     * @param tookSo how long it took
     */
    void add(Optional<SerialRun> run, long at, long tookSo) {
        if (ran == 0) {
            firstAt = at;
        }
        lastAt = at;
        took = tookSo;
        ran++;
        run.ifPresent(runs::add);
        if (runs.size() > MOST_KEPT) {
            runs.remove(FIRST_KEPT);
        }
    }

    Optional<SerialRun> first() {
        return runs.stream().findFirst();
    }

    List<SerialRun> all() {
        return List.copyOf(runs);
    }

    int ran() {
        return ran;
    }

    /** The latest. */
    long took() {
        return took;
    }

    long firstAt() {
        return firstAt;
    }

    long lastAt() {
        return lastAt;
    }

    /** Those of the same outcomes beside each other: chance decides values, and who is refused is more than a value. */
    List<List<SerialRun>> byOutcome() {
        Map<Map<String, Told.Outcome>, List<SerialRun>> groups = new LinkedHashMap<>();
        runs.forEach(run -> groups.computeIfAbsent(run.result().outcomes(), first -> new ArrayList<>())
                .add(run));
        return List.copyOf(groups.values());
    }
}
