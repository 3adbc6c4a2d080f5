package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import dev.photofinish.explorer.attribution.Bystanders;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.witness.Anomaly;
import dev.photofinish.explorer.witness.Explanation;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applications in other languages are explored as the one in Java is that sends the same commands. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database is too old for today's drivers")
class OtherLanguagesExploredTest {

    private static final int REPRODUCTIONS = 3;

    private final TestDatabase database;
    private WireGate gate;
    private MongoClient client;
    private Shop inJava;

    OtherLanguagesExploredTest(TestDatabase database) {
        this.database = database;
    }

    /** What an execution leaves: in the end 100 were there. */
    record Books(Map<String, String> answers, int left, int moved) {

        boolean wrong() {
            return left + moved != 100 || moved != 80 * Collections.frequency(answers.values(), "granted");
        }
    }

    @BeforeEach
    void connect() throws Exception {
        gate = TestGates.open(database.uri());
        client = TestGates.client(gate);
        inJava = new Shop(client, database.name());
    }

    @AfterEach
    void disconnect() {
        client.close();
        gate.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoReadsThenWritesOversells(Language language) throws Exception {
        try (ForeignShop shop = open(language)) {
            oversells(shop);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereTheDatabaseDecidesNothingIsWrong(Language language) throws Exception {
        try (ForeignShop shop = open(language)) {
            isClean(shop);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void whatTheDriverTriesAgainInATransactionIsClean(Language language) throws Exception {
        try (ForeignShop shop = open(language)) {
            isCleanInTransactions(shop);
        }
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions; the others are the same everywhere")
    void inJavaItIsTheSame() throws Exception {
        oversells(inJava);
        isClean(inJava);
        isCleanInTransactions(inJava);
    }

    private void oversells(Storeroom shop) throws Exception {
        Exploration<Books> exploration = explore(shop, Storeroom::take);

        isComplete(exploration, 3, 6);
        assertThat(exploration.coverage().violating()).isEqualTo(4);
        assertThat(exploration.discoveries()).singleElement().satisfies(oversold -> {
            assertThat(oversold.firstAt()).isEqualTo(3); // the serial orders come first
            assertThat(oversold.serial()).isFalse();
            assertThat(oversold.witness().reproduced()).isEqualTo(REPRODUCTIONS);
            assertThat(oversold.witness().explanation().flatMap(Explanation::anomaly))
                    .contains(Anomaly.LOST_UPDATE);
        });
    }

    private void isClean(Storeroom shop) throws Exception {
        Exploration<Books> exploration = explore(shop, Storeroom::takeSafely);

        isComplete(exploration, 2, 2);
        assertThat(exploration.coverage().violating()).isZero();
    }

    /** The loser of a conflict is one step longer: it is turned away, and begins again when the winner has ended. */
    private void isCleanInTransactions(Storeroom shop) throws Exception {
        Exploration<Books> exploration = explore(shop, Storeroom::takeInTransaction);

        isComplete(exploration, 5, 32);
        assertThat(exploration.coverage().violating()).isZero();
    }

    private static void isComplete(Exploration<?> exploration, int steps, int schedules) {
        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().steps()).isEqualTo(Map.of("A", steps, "B", steps));
        assertThat(exploration.coverage().run()).isEqualTo(schedules);
        assertThat(exploration.coverage().complete()).isTrue();
    }

    private ForeignShop open(Language language) throws Exception {
        Optional<String> missing = language.prepare();
        assumeTrue(missing.isEmpty(), () -> "Not explored in " + language + ": " + missing.orElse(""));
        return ForeignShop.open(language, gate.connectionString(), database.name());
    }

    private Exploration<Books> explore(Storeroom shop, BiFunction<Storeroom, String, Callable<?>> way)
            throws Exception {
        var contest = new WireContest<>(
                gate,
                Shop.contest(way.apply(shop, "A"), way.apply(shop, "B")),
                new RestoredData(gate.database(), this::given),
                () -> books(shop.answers()),
                Set.of());
        Exploration<Books> exploration = Explorations.reduced(contest, Books::wrong, REPRODUCTIONS);
        assertThat(contest.bystanders()).isEqualTo(new Bystanders(Map.of(), Map.of(), Set.of(), Set.of()));
        return exploration;
    }

    private void given() {
        database.collection("stock").drop();
        database.collection("stock").insertOne(new Document("_id", "S-1").append("quantity", 100));
        database.collection("movements").drop();
        database.database().createCollection("movements");
    }

    private Books books(Map<String, String> answers) {
        int left = database.collection("stock")
                .find(Filters.eq("_id", "S-1"))
                .first()
                .getInteger("quantity");
        int moved = 0;
        for (Document movement : database.collection("movements").find()) {
            moved += movement.getInteger("quantity");
        }
        return new Books(answers, left, moved);
    }
}
