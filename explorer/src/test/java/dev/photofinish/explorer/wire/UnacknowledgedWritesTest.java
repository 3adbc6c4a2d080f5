package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Writes whose sender wants no answer ({@code w: 0}). */
@EveryEngine
class UnacknowledgedWritesTest {

    private final TestDatabase database;

    @AutoClose
    private final GatedShop gated;

    private final WireGate gate;
    private final Shop shop;

    UnacknowledgedWritesTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
        this.gate = gated.gate();
        this.shop = gated.shop();
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded database ends a connection on which no answer is wanted")
    void anUnacknowledgedWriteIsAStepWithoutAnAnswer() throws Exception {
        var contest = contest(shop.told("A", () -> updates(Updates.inc("quantity", 1))), shop.writesIfEnough("B"));

        try (var execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));
            assertThat(execution.let(Set.of("B")).over()).isTrue();

            assertThat(execution.answerOf("A", 1).text()).isEqualTo("sent without asking for an answer");
        }
    }

    /** Nobody waits for its answer, but the next step may be on another connection, and must find what it has written. */
    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "failpoints")
    void anUnacknowledgedWriteIsOverWhenTheServerHasCarriedItOut() throws Exception {
        var contest = contest(shop.told("A", () -> updates(Updates.set("quantity", 7))), shop.writesIfEnough("B"));

        for (int time = 1; time <= 3; time++) { // after that nothing is waited for
            try (var execution = contest.begin(List.of("A"))) {
                assertThat(execution.let(Set.of("A")).over()).isTrue();
            }
        }
        try (var execution = contest.begin(List.of("A"))) {
            isSlow("update");
            execution.let(Set.of("A"));

            assertThat(database.collection("stock")
                            .find(Filters.eq("_id", "S-1"))
                            .first()
                            .getInteger("quantity"))
                    .isEqualTo(7);
        }
    }

    /** Once, for half a second. */
    private void isSlow(String command) {
        try (var client = MongoClients.create(database.uri())) {
            client.getDatabase("admin")
                    .runCommand(Document.parse("{configureFailPoint: 'failCommand', mode: {times: 1}, data:"
                            + " {failCommands: ['%s'], blockConnection: true, blockTimeMS: 500}}".formatted(command)));
        }
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded database ends a connection on which no answer is wanted")
    void whatIsSentBehindUnacknowledgedWritesDoesNotWaitForThem() throws Exception {
        Callable<?> careless = shop.told("A", () -> {
            updates(Updates.inc("quantity", 1));
            shop.collection("log").withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(new Document("by", "A"));
        });

        Exploration<Map<String, String>> found =
                Explorations.exhaustive(contest(careless, shop.readsThenWrites("B")), answers -> false);

        assertThat(found.coverage().steps()).isEqualTo(Map.of("A", 2, "B", 2));
        assertThat(found.coverage().run()).as(found.toString()).isEqualTo(6);
        assertThat(found.coverage().diverged()).isZero();
        assertThat(found.coverage().complete()).isTrue();
    }

    private void updates(Bson update) {
        shop.collection("stock")
                .withWriteConcern(WriteConcern.UNACKNOWLEDGED)
                .updateOne(Filters.eq("_id", "S-1"), update);
    }

    private WireContest<Map<String, String>> contest(Callable<?> a, Callable<?> b) {
        return new WireContest<>(
                gate, Shop.contest(a, b), new RestoredData(gate.database(), shop::given), shop::answers, Set.of());
    }
}
