package dev.photofinish.explorer.wire;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.attribution.Bystanders;
import dev.photofinish.explorer.data.Contents;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.execution.CannotBegin;
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

/**
 * Two users of an application in another language on the same {@link Errand}, through the gate, on data given once. What has been
 * read of an execution is what the data are put back from, as {@code explore} does it.
 */
final class ForeignContest {

    private static final SearchSettings ALL = new SearchSettings(5_000, Optional.empty(), 0, 0);

    private final WireContest<Result> contest;
    private Contents seen = Contents.UNKNOWN;

    private ForeignContest(Errand errand, TestDatabase database, WireGate gate, ForeignShop shop) {
        Set<MongoNamespace> written = errand.written(database);
        Given given = Given.of(Contents.of(gate.database(), written).byName());
        this.contest = new WireContest<>(
                gate,
                Shop.contest(errand.of(shop, "A"), errand.of(shop, "B")),
                new RestoredData(gate.database(), () -> {}, this::seen),
                () -> {
                    seen = Contents.of(gate.database(), written);
                    return new Result(shop.told(), given, seen.byName(), Set.of());
                },
                Set.of());
    }

    static ForeignContest begin(Errand errand, TestDatabase database, WireGate gate, ForeignShop shop) {
        errand.give(database);
        return new ForeignContest(errand, database, gate, shop);
    }

    /** For once: the next execution writes. */
    private Contents seen() {
        Contents last = seen;
        seen = Contents.UNKNOWN;
        return last;
    }

    /** Somebody else has written to the data. */
    void forget() {
        seen = Contents.UNKNOWN;
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
