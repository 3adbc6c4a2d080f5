package dev.photofinish.explorer.driver;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;

/** Two to four sales of 80 out of 100, by code whose client comes through a driver gate. */
final class TillContest implements AutoCloseable {

    /** What the buyers were told, against what is left. */
    record Sales(int granted, int left) {}

    static final Judge<Sales> NOT_OVERSOLD = (turns, sales) -> sales.granted() * 80 + sales.left() == 100
            ? Judgement.HELD
            : Judgement.of(List.of(new Finding(
                    "not oversold",
                    Finding.Weight.VIOLATION,
                    sales.granted() * 80 + " units of 100 were granted, and " + sales.left() + " are left")));

    private final DriverGate gate;
    private final MongoClient client;
    private final MongoDatabase database;
    private final Till till;

    TillContest(TestDatabase database, DriverSettings settings) {
        this(database, settings, 10);
    }

    TillContest(TestDatabase database, DriverSettings settings, int connections) {
        this.gate = new DriverGate(settings);
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.uri()))
                .addCommandListener(gate.listener())
                .applyToConnectionPoolSettings(pool -> pool.maxSize(connections))
                .build());
        this.database = client.getDatabase(database.name());
        this.till = new Till(this.database);
    }

    Till till() {
        return till;
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    ContestBuilder contest() {
        return gate.contest();
    }

    /** So many contenders, each of whom sells in the same way. */
    Contest<Sales> of(int contenders, Predicate<Till> sale) {
        ContestBuilder contest = gate.contest().freshData(till::fill);
        List.of("A", "B", "C", "D")
                .subList(0, contenders)
                .forEach(name -> contest.contender(name, () -> sale.test(till)));
        return judged(contest);
    }

    /** Two contenders whose sale is told its contender's name. */
    Contest<Sales> locked(Predicate<String> sale) {
        return judged(gate.contest()
                .freshData(till::fill)
                .contender("A", () -> sale.test("A"))
                .contender("B", () -> sale.test("B")));
    }

    private Contest<Sales> judged(ContestBuilder contest) {
        return contest.result(outcomes -> new Sales(
                (int) outcomes.values().stream()
                        .filter(new Outcome.Returned(true)::equals)
                        .count(),
                till.left()));
    }

    static Exploration<Sales> exhaustively(Contest<Sales> contest) throws InterruptedException {
        return explore(new Strategy.Exhaustive(), contest);
    }

    static Exploration<Sales> explore(Strategy strategy, Contest<Sales> contest) throws InterruptedException {
        return new Explorer(strategy, new SearchSettings(5_000, Optional.empty(), 20, 10))
                .explore(contest, NOT_OVERSOLD, Watcher.NONE);
    }

    @Override
    public void close() {
        client.close();
    }
}
