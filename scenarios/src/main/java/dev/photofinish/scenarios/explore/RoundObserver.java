package dev.photofinish.scenarios.explore;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.oracle.Observer;
import dev.photofinish.explorer.oracle.Result;
import dev.photofinish.explorer.oracle.Told;
import dev.photofinish.scenarios.race.EndedRound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a round led to: what everybody was told, and the documents of the collections that were written.
 *
 * @param written what the gate saw written so far
 */
record RoundObserver(Snapshots snapshots, Supplier<Set<MongoNamespace>> written) implements Observer<EndedRound> {

    @Override
    public Result observe(EndedRound round) {
        Map<String, Told> told = new LinkedHashMap<>();
        round.parts().forEach(part -> told.put(part.contender(), told(part)));
        Set<String> requested =
                round.parts().stream().flatMap(part -> part.requests().stream()).collect(Collectors.toSet());
        return new Result(told, snapshots.before(), snapshots.now(written.get()), requested);
    }

    /**
     * Each request is an operation of its own: what a contender looked at before its last one may rightly be old by then. What
     * it made of it shows in the last answer and in the data.
     */
    private static List<String> lastOf(List<String> answers) {
        return answers.isEmpty() ? List.of() : List.of(answers.getLast());
    }

    private static Told told(EndedRound.Part part) {
        Told.Outcome outcome = switch (part.outcome()) {
            case ACCEPTED -> Told.Outcome.ACCEPTED;
            case REFUSED -> Told.Outcome.REFUSED;
            case FAILED -> Told.Outcome.FAILED;
        };
        return Told.of(outcome, lastOf(part.answers()));
    }
}
