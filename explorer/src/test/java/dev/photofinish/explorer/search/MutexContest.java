package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contenders of one command each, behind a lock of the application: whoever begins first has it until it is over. */
final class MutexContest implements Contest<List<String>> {

    /** How many executions began with everybody at once. */
    int together;

    @Override
    public List<String> contenders() {
        return List.of("A", "B");
    }

    @Override
    public Execution<List<String>> begin(List<String> participants) {
        together++;
        return new Course(participants);
    }

    @Override
    public Execution<List<String>> beginSerially(List<String> order) {
        return new Course(order);
    }

    /** Its result is who went, in this order. */
    private static final class Course implements Execution<List<String>> {

        private final List<String> queue;
        private final List<String> gone = new ArrayList<>();

        Course(List<String> queue) {
            this.queue = queue;
        }

        @Override
        public Situation situation() {
            Map<String, Standing> standings = new LinkedHashMap<>();
            for (String contender : queue) {
                if (gone.contains(contender)) {
                    standings.put(contender, new Standing.Finished());
                } else if (queue.get(gone.size()).equals(contender)) {
                    Command command = new Command("take", "take", "take", List.of(), Part.NONE);
                    standings.put(contender, new Standing.Held(new Step(contender, 1, command)));
                } else {
                    standings.put(
                            contender, new Standing.Blocked(Standing.Where.APPLICATION, Optional.empty(), "a lock"));
                }
            }
            return new Situation(standings);
        }

        @Override
        public Situation let(Set<String> contenders) {
            gone.addAll(contenders);
            return situation();
        }

        @Override
        public Answer answerOf(String contender, int index) {
            return new Answer(Answer.Effect.UNKNOWN, "");
        }

        @Override
        public List<String> result() {
            return List.copyOf(gone);
        }

        @Override
        public void close() {}
    }
}
