package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Programs on a store of numbers, executed in memory: what every strategy is checked against. */
final class ModelContest implements Contest<ModelContest.Ending> {

    private final Map<String, Integer> start;
    private final Map<String, List<Op>> programs;
    /** The schedules that were begun, in order. */
    final List<List<String>> flown = new ArrayList<>();
    /** How many executions have been closed. */
    int closed;

    ModelContest(Map<String, Integer> start, Map<String, List<Op>> programs) {
        this.start = Map.copyOf(start);
        this.programs = new LinkedHashMap<>(programs);
    }

    /** All contenders, A, B, …, run the same program. */
    static ModelContest ofSame(int contenders, Map<String, Integer> start, List<Op> program) {
        Map<String, List<Op>> programs = new LinkedHashMap<>();
        for (int place = 0; place < contenders; place++) {
            programs.put(String.valueOf((char) ('A' + place)), program);
        }
        return new ModelContest(start, programs);
    }

    @Override
    public List<String> contenders() {
        return List.copyOf(programs.keySet());
    }

    @Override
    public Execution<Ending> begin(List<String> participants) {
        List<String> turns = new ArrayList<>();
        flown.add(turns);
        Map<String, List<Op>> taking = new LinkedHashMap<>(programs);
        taking.keySet().retainAll(participants);
        return new ModelExecution(new TreeMap<>(start), taking, turns, () -> closed++);
    }

    /** What is there at the end and what each contender has read. */
    record Ending(Map<String, Integer> store, Map<String, List<Integer>> read) {}
}
