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
 * @param contested the collections that others wrote so far than commands which the contest ignores
 */
record RoundObserver(Snapshots snapshots, Supplier<Set<MongoNamespace>> contested, Heard heard)
        implements Observer<EndedRound> {

    /** What counts as told. */
    enum Heard {
        /** What serial orders of the requests can be held against. */
        EVERY_ANSWER,
        /**
         * Where only whole contenders come one after the other: what a contender looked at before its last request may rightly be
         * old by then. What it made of it shows in the last answer and in the data.
         */
        LAST_ANSWER
    }

    @Override
    public Result observe(EndedRound round) throws InterruptedException {
        Map<String, Told> told = new LinkedHashMap<>();
        round.parts().forEach(part -> told.put(part.contender(), told(part)));
        Set<String> requested =
                round.parts().stream().flatMap(part -> part.requests().stream()).collect(Collectors.toSet());
        Set<MongoNamespace> looked = contested.get();
        return new Result(told, snapshots.before(looked), snapshots.now(looked), requested);
    }

    private List<String> heard(List<String> answers) {
        return switch (heard) {
            case EVERY_ANSWER -> answers;
            case LAST_ANSWER -> answers.subList(Math.max(0, answers.size() - 1), answers.size());
        };
    }

    private Told told(EndedRound.Part part) {
        Told.Outcome outcome = switch (part.outcome()) {
            case ACCEPTED -> Told.Outcome.ACCEPTED;
            case REFUSED -> Told.Outcome.REFUSED;
            case FAILED -> Told.Outcome.FAILED;
        };
        return Told.of(outcome, heard(part.answers()));
    }
}
