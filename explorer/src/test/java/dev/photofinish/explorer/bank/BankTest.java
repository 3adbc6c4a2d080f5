package dev.photofinish.explorer.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.photofinish.explorer.data.Image;
import dev.photofinish.explorer.driver.DriverGate;
import dev.photofinish.explorer.driver.DriverSettings;
import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.witness.Anomaly;
import dev.photofinish.explorer.witness.Witness;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transactions explored to the end: what waits for another goes on after it, nothing hangs, no transaction stays open. */
@EveryEngine
@OnEngine(value = Engine.REPLICA_SET, because = "transactions")
class BankTest {

    /** What both were told, and what is in the accounts. */
    record Books(List<Outcome> told, int ada, int bob) {

        long granted() {
            return told.stream().filter(new Outcome.Returned(true)::equals).count();
        }
    }

    private final TestDatabase database;
    private final DriverGate gate;
    private final MongoClient client;
    private final Bank bank;
    private final AtomicInteger blocked = new AtomicInteger();

    BankTest(TestDatabase database) {
        this.database = database;
        this.gate = new DriverGate(DriverSettings.DEFAULT.withObserver(database.client()));
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.uri()))
                .addCommandListener(gate.listener())
                .build());
        this.bank = new Bank(client, database.name());
    }

    @AfterEach
    void noTransactionIsLeftOpen() {
        client.close();
        assertThat(database.client()
                        .getDatabase("admin")
                        .aggregate(List.of(
                                new Document("$currentOp", new Document("allUsers", true).append("idleSessions", true)),
                                new Document("$match", new Document("transaction", new Document("$exists", true)))))
                        .into(new ArrayList<>()))
                .isEmpty();
    }

    private Exploration<Books> explore(
            Strategy strategy, Callable<?> a, Callable<?> b, Function<Books, Optional<String>> rule)
            throws InterruptedException {
        bank.open();
        Image image = Image.of(database.client(), Set.of(bank.accounts()));
        var contest = gate.contest()
                .contender("A", a)
                .contender("B", b)
                .freshData(image::restore)
                .result(outcomes ->
                        new Books(List.copyOf(outcomes.values()), bank.balance("ada"), bank.balance("bob")));
        return new Explorer(strategy, SearchSettings.DEFAULT)
                .explore(
                        contest,
                        (turns, books) -> {
                            if (turns.stream().anyMatch(turn -> !turn.blocked().isEmpty())) {
                                blocked.incrementAndGet();
                            }
                            return Judgement.of(
                                    rule
                                            .apply(books)
                                            .map(text -> new Finding("books", Finding.Weight.VIOLATION, text))
                                            .stream()
                                            .toList());
                        },
                        Watcher.NONE);
    }

    /** What was told is what was booked: so much from ada to bob for each that was granted. */
    private static Function<Books, Optional<String>> transferred(int amount) {
        return books -> books.ada() == 100 - amount * books.granted() && books.bob() == 100 + amount * books.granted()
                ? Optional.empty()
                : Optional.of(books.toString());
    }

    @Test
    void twoExplicitTransactionsOfWhichTheSecondIsRefused() throws InterruptedException {
        var exploration = explore(
                new Strategy.Exhaustive(),
                () -> bank.transfer("ada", "bob", 60),
                () -> bank.transfer("ada", "bob", 60),
                transferred(60));

        assertCounts(exploration, 44, 0);
    }

    @Test
    void twoThatTheDriverRetriesComeToAnEnd() throws InterruptedException {
        var exploration = explore(
                new Strategy.Exhaustive(),
                () -> bank.transferWithRetries("ada", "bob", 60),
                () -> bank.transferWithRetries("ada", "bob", 60),
                books -> books.granted() == 1 ? transferred(60).apply(books) : Optional.of(books.toString()));

        assertCounts(exploration, 44, 0);
    }

    @Test
    void oppositeTransfers() throws InterruptedException {
        var exploration = explore(
                new Strategy.Exhaustive(),
                () -> bank.transferWithRetries("ada", "bob", 60),
                () -> bank.transferWithRetries("bob", "ada", 60),
                books -> books.granted() == 2 && books.ada() == 100 && books.bob() == 100
                        ? Optional.empty()
                        : Optional.of(books.toString()));

        assertCounts(exploration, 62, 0);
    }

    @Test
    void aPlainUpdateWaitsForAnOpenTransactionAndGoesOnAfterIt() throws InterruptedException {
        var exploration = explore(
                new Strategy.Exhaustive(),
                () -> bank.transfer("ada", "bob", 60),
                () -> bank.payIn("ada", 5),
                books -> books.ada() + books.bob() == 205 ? Optional.empty() : Optional.of(books.toString()));

        assertCounts(exploration, 5, 0);
        assertThat(blocked.get())
                .as("schedules in which the plain update was blocked")
                .isPositive();
    }

    @Test
    void writeSkewIsFoundAndNamed() throws InterruptedException {
        var exploration = explore(
                new Strategy.Exhaustive(),
                () -> bank.overdraw("ada", 150),
                () -> bank.overdraw("bob", 150),
                books -> books.ada() + books.bob() >= 0 ? Optional.empty() : Optional.of(books.toString()));

        assertCounts(exploration, 70, 68);
        Witness<Books> witness = exploration.discoveries().getFirst().witness();
        assertThat(witness.reproduced()).isEqualTo(10);
        assertThat(witness.explanation().orElseThrow().anomaly()).contains(Anomaly.WRITE_SKEW);
    }

    private static void assertCounts(Exploration<Books> exploration, int schedules, int violating) {
        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().run()).isEqualTo(schedules);
        assertThat(exploration.coverage().violating()).isEqualTo(violating);
    }

    @Test
    void theReducedSearchFindsTheSame() throws InterruptedException {
        var exploration = explore(
                new Strategy.Reduced(),
                () -> bank.overdraw("ada", 150),
                () -> bank.overdraw("bob", 150),
                books -> books.ada() + books.bob() >= 0 ? Optional.empty() : Optional.of(books.toString()));

        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().run()).isLessThan(70);
        assertThat(exploration.discoveries()).hasSize(1);
    }
}
