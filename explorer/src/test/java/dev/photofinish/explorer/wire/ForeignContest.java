package dev.photofinish.explorer.wire;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.mongo.Contents;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.Given;
import dev.photofinish.explorer.oracle.Result;
import dev.photofinish.explorer.oracle.SerialOracle;
import dev.photofinish.explorer.oracle.SerialRuns;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Optional;
import java.util.Set;

/** Two users of an application in another language on the same {@link Errand}, through the gate, on data given once. */
final class ForeignContest {

    private static final SearchSettings ALL = new SearchSettings(5_000, Optional.empty(), 0, 0);

    private final WireContest<Result> contest;

    private ForeignContest(WireContest<Result> contest) {
        this.contest = contest;
    }

    static ForeignContest begin(Errand errand, TestDatabase database, WireGate gate, ForeignShop shop) {
        Set<MongoNamespace> written = errand.written(database);
        errand.give(database);
        Given given = Given.of(Contents.of(gate.database(), written).byName());
        return new ForeignContest(new WireContest<>(
                gate,
                Shop.contest(errand.of(shop, "A"), errand.of(shop, "B")),
                new RestoredData(gate.database(), () -> {}),
                () -> new Result(
                        shop.told(),
                        given,
                        Contents.of(gate.database(), written).byName(),
                        Set.of()),
                Set.of()));
    }

    /** Knows the serial orders, so that it needs none of them while it judges. */
    Judge<Result> oracle() throws CannotBegin, InterruptedException {
        SerialRuns<Result> runs = new SerialRuns<>(contest, result -> result);
        runs.runAhead();
        return new SerialOracle<>(runs, Finding.Weight.VIOLATION, Masking.BY_NAME);
    }

    Exploration<Result> explore(Strategy strategy, Judge<Result> judge, Watcher watcher) throws InterruptedException {
        return new Explorer(strategy, ALL).explore(contest, judge, watcher);
    }

    Bystanders bystanders() {
        return contest.bystanders();
    }
}
