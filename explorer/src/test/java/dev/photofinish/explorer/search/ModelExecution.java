package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One execution of a {@link ModelContest}. */
final class ModelExecution implements Execution<ModelContest.Ending> {

    private final Map<String, Integer> store;
    private final Map<String, Runner> runners = new LinkedHashMap<>();
    private final Map<String, Deque<Runner>> locks = new HashMap<>();
    private final List<String> turns;
    private final Runnable closed;

    ModelExecution(Map<String, Integer> store, Map<String, List<Op>> programs, List<String> turns, Runnable closed) {
        this.closed = closed;
        this.store = store;
        this.turns = turns;
        programs.forEach((contender, program) -> runners.put(contender, new Runner(contender, program)));
    }

    @Override
    public Situation situation() {
        Map<String, Standing> standings = new LinkedHashMap<>();
        runners.forEach((contender, runner) -> standings.put(contender, runner.standing()));
        return new Situation(standings);
    }

    @Override
    public Situation let(Set<String> contenders) {
        turns.add(String.join("+", contenders.stream().sorted().toList()));
        Map<String, Integer> before = Map.copyOf(store);
        contenders.stream()
                .sorted()
                .map(runners::get)
                .forEach(runner -> runner.go(contenders.size() > 1 ? before : store));
        return situation();
    }

    @Override
    public Answer answerOf(String contender, int index) {
        return new Answer(Answer.Effect.UNKNOWN, "");
    }

    @Override
    public ModelContest.Ending result() {
        Map<String, List<Integer>> read = new LinkedHashMap<>();
        runners.forEach((contender, runner) -> read.put(contender, List.copyOf(runner.read)));
        return new ModelContest.Ending(Map.copyOf(store), read);
    }

    @Override
    public void close() {
        closed.run();
    }

    private final class Runner {

        private final String contender;
        private final List<Op> program;
        private final List<Integer> read = new ArrayList<>();
        private int next;
        private int taken;
        private boolean waits;

        Runner(String contender, List<Op> program) {
            this.contender = contender;
            this.program = program;
            skip();
        }

        Standing standing() {
            if (next == program.size()) {
                return new Standing.Finished();
            }
            Step step = new Step(contender, taken + 1, program.get(next).command());
            return waits
                    ? new Standing.Blocked(Standing.Where.DATABASE, Optional.of(step), "a lock")
                    : new Standing.Held(step);
        }

        void go(Map<String, Integer> seen) {
            switch (program.get(next).action()) {
                case Op.Action.Read action -> read.add(seen.getOrDefault(action.cell(), 0));
                case Op.Action.Write action ->
                    store.put(action.cell(), action.value().applyAsInt(read));
                case Op.Action.Take action -> take(action);
                case Op.Action.CompareAndSet action -> compareAndSet(action);
                case Op.Action.Upsert action -> store.put(action.cell(), seen.getOrDefault(action.cell(), 0) + 1);
                case Op.Action.Lock action -> {
                    Deque<Runner> queue = locks.computeIfAbsent(action.name(), name -> new ArrayDeque<>());
                    queue.add(this);
                    if (queue.peek() != this) {
                        waits = true;
                        return;
                    }
                }
                case Op.Action.Unlock action -> {
                    Deque<Runner> queue = locks.getOrDefault(action.name(), new ArrayDeque<>());
                    queue.poll();
                    Optional.ofNullable(queue.peek()).ifPresent(Runner::on);
                }
            }
            on();
        }

        private void take(Op.Action.Take take) {
            boolean enough = store.getOrDefault(take.cell(), 0) >= take.amount();
            store.merge(take.cell(), enough ? -take.amount() : 0, Integer::sum);
            read.add(enough ? 1 : 0);
        }

        private void compareAndSet(Op.Action.CompareAndSet action) {
            boolean same = store.getOrDefault(action.cell(), 0).equals(read.getLast());
            if (same) {
                store.merge(action.cell(), action.change(), Integer::sum);
            }
            read.add(same ? 1 : 0);
        }

        private void on() {
            waits = false;
            next++;
            taken++;
            skip();
        }

        private void skip() {
            while (next < program.size() && !program.get(next).when().test(read)) {
                next++;
            }
        }
    }
}
