package dev.photofinish.explorer.oracle;

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
import java.util.Set;

/** A and B have one command each, and A one more that comes when it has its answer and B has moved. */
final class AfterHoursContest implements Contest<Result> {

    final List<String> turns = new ArrayList<>();

    @Override
    public List<String> contenders() {
        return List.of("A", "B");
    }

    @Override
    public Execution<Result> begin(List<String> participants) {
        turns.clear();
        return new Execution<>() {
            @Override
            public Situation situation() {
                Map<String, Standing> standings = new LinkedHashMap<>();
                boolean late = turns.contains("B") && turns.indexOf("A") == turns.lastIndexOf("A");
                standings.put("A", turns.contains("A") && !late ? new Standing.Finished() : held("A"));
                standings.put("B", turns.contains("B") ? new Standing.Finished() : held("B"));
                return new Situation(standings);
            }

            private Standing held(String contender) {
                return new Standing.Held(
                        new Step(contender, 1, new Command("move", "move", "move", List.of(), Part.NONE)));
            }

            @Override
            public Situation let(Set<String> contenders) {
                turns.addAll(contenders);
                return situation();
            }

            @Override
            public Answer answerOf(String contender, int index) {
                return new Answer(Answer.Effect.UNKNOWN, "");
            }

            @Override
            public Result result() {
                if (!situation().over()) {
                    throw new IllegalStateException("not at its end: " + situation());
                }
                return new Result(Map.of(), Given.NOTHING, Map.of(), Set.of());
            }

            @Override
            public void close() {}
        };
    }
}
