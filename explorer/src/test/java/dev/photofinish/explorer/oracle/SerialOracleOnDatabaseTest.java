package dev.photofinish.explorer.oracle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import dev.photofinish.explorer.data.Contents;
import dev.photofinish.explorer.data.Image;
import dev.photofinish.explorer.driver.DriverGate;
import dev.photofinish.explorer.driver.DriverSettings;
import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code on a real driver, explored without any rule. */
@EveryEngine
class SerialOracleOnDatabaseTest {

    private final TestDatabase database;
    private final DriverGate gate;
    private final MongoClient client;

    SerialOracleOnDatabaseTest(TestDatabase database) {
        this.database = database;
        this.gate = new DriverGate(DriverSettings.DEFAULT.withObserver(database.client()));
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.uri()))
                .addCommandListener(gate.listener())
                .build());
    }

    @BeforeEach
    void given() {
        database.collection("stock").insertOne(new Document("_id", 1).append("quantity", 100));
        database.collection("counters").insertOne(new Document("_id", "orders").append("last", 7));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void allocationsThatReadThenWriteAreNotSerializable() throws InterruptedException {
        Exploration<Result> found = explore(this::findThenSet, this::findThenSet);

        assertThat(found.coverage().run()).isEqualTo(6);
        assertThat(found.coverage().violating()).isEqualTo(4);
        assertThat(found.discoveries()).singleElement().satisfies(discovery -> {
            assertThat(discovery.finding().rule()).isEqualTo(SerialOracle.RULE);
            assertThat(discovery.serial()).isFalse();
            assertThat(discovery.finding().text())
                    .contains("B was accepted, one after the other refused with \"refused\"");
        });
    }

    @Test
    void atomicOnesAre() throws InterruptedException {
        assertClean(explore(this::guardedUpdate, this::guardedUpdate), 2);
    }

    @Test
    void whatIsGeneratedDoesNotCount() throws InterruptedException {
        assertClean(explore(() -> order(counted()), () -> order(counted())), 20);
    }

    @Test
    void numbersThatAreCountedByReadingComeTwice() throws InterruptedException {
        database.collection("orders").insertOne(new Document("number", 1));

        Exploration<Result> found = explore(() -> order(highestPlusOne()), () -> order(highestPlusOne()));

        assertThat(found.discoveries())
                .singleElement()
                .satisfies(discovery ->
                        assertThat(discovery.finding().text()).contains("orders number: 2, one after the other 3"));
    }

    @Test
    void theOrderInWhichASetWasFilledDoesNotCount() throws InterruptedException {
        assertClean(explore(() -> mark(addToSet("marks", "a")), () -> mark(addToSet("marks", "b"))), 6);
    }

    @Test
    void thatOfAListDoes() throws InterruptedException {
        Exploration<Result> found = explore(() -> mark(push("marks", "a")), () -> mark(push("marks", "b")));

        assertThat(found.coverage().violating()).isEqualTo(2);
    }

    @Test
    void andThatOfASetThatSomebodyPushesTo() throws InterruptedException {
        Exploration<Result> found = explore(() -> mark(addToSet("marks", "a")), () -> mark(push("marks", "b")));

        assertThat(found.coverage().violating()).isEqualTo(2);
    }

    private int mark(Bson how) {
        in("stock").updateOne(eq("_id", 1), how);
        return counted();
    }

    private Exploration<Result> explore(Callable<?> a, Callable<?> b) throws InterruptedException {
        Set<MongoNamespace> namespaces = Stream.of("stock", "counters", "orders", "log")
                .map(name -> new MongoNamespace(database.name(), name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Image image = Image.of(database.client(), namespaces);
        Given given = Given.of(documents(namespaces));
        Contest<Result> contest = gate.contest()
                .contender("A", a)
                .contender("B", b)
                .freshData(image::restore)
                .result(outcomes -> new Result(told(outcomes), given, documents(namespaces), Set.of()));
        SerialRuns<Result> runs = new SerialRuns<>(contest, result -> result);
        return new Explorer(new Strategy.Exhaustive(), new SearchSettings(100, Optional.empty(), 0, 1))
                .explore(contest, new SerialOracle<>(runs, Finding.Weight.VIOLATION, Masking.BY_NAME), Watcher.NONE);
    }

    private static Map<String, Told> told(Map<String, Outcome> outcomes) {
        Map<String, Told> told = new LinkedHashMap<>();
        outcomes.forEach((contender, outcome) -> told.put(
                contender,
                switch (outcome) {
                    case Outcome.Returned returned ->
                        Told.of(
                                returned.value().equals("refused") ? Told.Outcome.REFUSED : Told.Outcome.ACCEPTED,
                                List.of(returned.value().toString()));
                    case Outcome.ReturnedNothing nothing -> Told.of(Told.Outcome.ACCEPTED, List.of());
                    case Outcome.Threw threw ->
                        Told.of(Told.Outcome.FAILED, List.of(threw.problem().toString()));
                }));
        return told;
    }

    private static void assertClean(Exploration<Result> exploration, int schedules) {
        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.discoveries()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().run()).isEqualTo(schedules);
    }

    private String findThenSet() {
        int quantity = first("stock").getInteger("quantity");
        if (quantity < 80) {
            return "refused";
        }
        in("stock").updateOne(eq("_id", 1), set("quantity", quantity - 80));
        return "granted";
    }

    private String guardedUpdate() {
        return in("stock")
                                .updateOne(and(eq("_id", 1), gte("quantity", 80)), inc("quantity", -80))
                                .getModifiedCount()
                        == 1
                ? "granted"
                : "refused";
    }

    private int counted() {
        return in("counters")
                .findOneAndUpdate(
                        eq("_id", "orders"),
                        inc("last", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                .getInteger("last");
    }

    private int highestPlusOne() {
        return in("orders").find().sort(Sorts.descending("number")).first().getInteger("number") + 1;
    }

    private String order(int number) {
        String key = UUID.randomUUID().toString();
        in("orders").insertOne(new Document("id", key).append("number", number).append("at", Date.from(Instant.now())));
        in("log")
                .insertOne(
                        new Document("order", key).append("time", Instant.now().toString()));
        return "{id: '" + key + "', number: " + number + "}";
    }

    private Document first(String collection) {
        return in(collection).find().first();
    }

    private Map<String, List<BsonDocument>> documents(Set<MongoNamespace> namespaces) {
        return Contents.of(database.client(), namespaces).byName();
    }

    private MongoCollection<Document> in(String collection) {
        return client.getDatabase(database.name()).getCollection(collection);
    }
}
