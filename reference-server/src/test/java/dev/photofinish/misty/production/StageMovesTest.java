package dev.photofinish.misty.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.MistyClient;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.TestOrders;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.store.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class StageMovesTest {

    private final TestDatabase database;
    private TestMisty misty;

    StageMovesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void aMoveChangesStageAndVersionAndIsLogged() {
        String order = TestOrders.insert(misty, "paper_slitting");

        var reply = put("production-a", order, "paper_slitting", "winding");

        assertThat(reply.status()).isEqualTo(200);
        Document stored = misty.document("orders", order);
        assertThat(stored.getString("current_stage")).isEqualTo("winding");
        assertThat(stored.getLong("version")).isEqualTo(2);
        assertThat(stored.get("field_versions", Document.class).getLong("current_stage"))
                .isEqualTo(2);
        var log = misty.as("sales-a").get("/api/production/logs/" + order);
        assertThat(log.body().at("/data")).hasSize(1);
        assertThat(log.text("/data/0/from_stage")).isEqualTo("paper_slitting");
        assertThat(log.text("/data/0/to_stage")).isEqualTo("winding");
        assertThat(log.text("/data/0/notes")).isEqualTo("seen");
    }

    @Test
    void ofManyEqualMovesOneIsMadeAndLogged() {
        String order = TestOrders.insert(misty, "paper_slitting");
        MistyClient client = misty.as("production-a");

        var replies = Contenders.together(10, () -> put(client, order, "paper_slitting", "winding"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .allSatisfy(reply -> assertThat(reply.text("/detail")).contains("winding"));
        assertThat(logs(order)).hasSize(1);
    }

    @Test
    void aMoveFromAStageThatTheUserDidNotSeeIsRefused() {
        String order = TestOrders.insert(misty, "winding");

        assertThat(put("production-a", order, "paper_slitting", "winding").status())
                .isEqualTo(409);
        assertThat(put("production-a", "nothing", "paper_slitting", "winding").status())
                .isEqualTo(404);
        assertThat(put("production-a", order, "slitting", "winding").status()).isEqualTo(422);
        assertThat(put("production-a", order, "winding", "winding").status()).isEqualTo(400);
        assertThat(logs(order)).isEmpty();
    }

    @Test
    void anotherEditMeanwhileDoesNotStopAMove() {
        String order = TestOrders.insert(misty, "paper_slitting");
        MistyClient client = misty.as("production-a");

        var replies = Contenders.together(8, () -> {
            misty.collection("orders").updateOne(Filters.eq("id", order), Updates.inc("version", 1L));
            return put(client, order, "paper_slitting", "winding");
        });

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200);
        assertThat(misty.document("orders", order).getLong("version")).isEqualTo(10);
    }

    @Test
    void whoMayMoveWhere() {
        String order = TestOrders.insert(misty, "delivery");

        assertThat(put("sales-a", order, "delivery", "winding").status()).isEqualTo(403);
        assertThat(put("manager-a", order, "delivery", "invoicing").status()).isEqualTo(403);
        assertThat(put("production-a", order, "delivery", "invoicing").status()).isEqualTo(403);
        assertThat(put("production-a", order, "delivery", "order_entered").status())
                .isEqualTo(403);
        assertThat(put("manager-a", order, "delivery", "order_entered").status())
                .isEqualTo(200);
        assertThat(put("admin", order, "order_entered", "invoicing").status()).isEqualTo(200);
        assertThat(step("production-a", order, "'direction': 'forward'").status())
                .isEqualTo(403);
        assertThat(jump("sales-a", order, "'target_stage': 'winding'").status()).isEqualTo(403);
    }

    @Test
    void stepsGoForwardAndBackwardToTheEnds() {
        String order = TestOrders.insert(misty, "order_entered");

        assertThat(step("admin", order, "'direction': 'backward'").status()).isEqualTo(400);
        assertThat(step("admin", order, "'direction': 'up'").status()).isEqualTo(400);
        assertThat(step("admin", order, "'direction': 'forward'").text("/new_stage"))
                .isEqualTo("pending_material");
        assertThat(step("admin", order, "'direction': 'backward'").text("/new_stage"))
                .isEqualTo("order_entered");
        assertThat(step("admin", "nothing", "'direction': 'forward'").status()).isEqualTo(404);
        String last = TestOrders.insert(misty, "accounting_transaction");
        assertThat(step("admin", last, "'direction': 'forward'").text("/new_stage"))
                .isEqualTo("cleared");
        assertThat(step("admin", last, "'direction': 'forward'").status()).isEqualTo(400);
    }

    @Test
    void stepsAtOnceNeverSkipAStageThatTheUserSaw() {
        String order = TestOrders.insert(misty, "order_entered");
        MistyClient admin = misty.as("admin");

        var replies = Contenders.together(
                8,
                () -> admin.post(
                        "/api/production/move-stage/" + order,
                        "{'direction': 'forward', 'from_stage': 'order_entered'}"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(misty.document("orders", order).getString("current_stage")).isEqualTo("pending_material");
    }

    @Test
    void stepsAtOnceLeaveALogThatIsAPath() {
        String order = TestOrders.insert(misty, "order_entered");
        MistyClient admin = misty.as("admin");

        var replies = Contenders.together(
                6, () -> admin.post("/api/production/move-stage/" + order, "{'direction': 'forward'}"));

        long moves = replies.stream().filter(reply -> reply.status() == 200).count();
        assertThat(replies).extracting(Reply::status).containsAnyOf(200).isSubsetOf(200, 409);
        assertThat(pathOf(order)).hasSize((int) moves + 1).startsWith("order_entered");
        assertThat(pathOf(order)).endsWith(misty.document("orders", order).getString("current_stage"));
    }

    @Test
    void aJumpNeedsAnotherStageThatExists() {
        String order = TestOrders.insert(misty, "order_entered");

        assertThat(jump("admin", order, "'target_stage': 'moon'").status()).isEqualTo(400);
        assertThat(jump("admin", order, "'target_stage': 'order_entered'").status())
                .isEqualTo(400);
        assertThat(jump("admin", order, "'target_stage': 'finishing'").text("/new_stage"))
                .isEqualTo("finishing");
        assertThat(jump("admin", "nothing", "'target_stage': 'finishing'").status())
                .isEqualTo(404);
    }

    @Test
    void aClearedOrderIsArchivedOnceWithItsAllocations() {
        String order = TestOrders.insert(misty, "accounting_transaction");
        String number = misty.document("orders", order).getString("order_number");
        misty.collection("stock_movements")
                .insertOne(new Document("id", "movement")
                        .append("reference", number)
                        .append("movement_type", "allocation")
                        .append("is_archived", false));

        var replies = Contenders.together(6, () -> put("admin", order, "accounting_transaction", "cleared"));
        var back = put("admin", order, "cleared", "delivery");
        var again = put("admin", order, "delivery", "cleared");

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(List.of(back.status(), again.status())).containsOnly(200);
        assertThat(misty.documents("archived_orders", Filters.eq("order_id", order)))
                .hasSize(1);
        assertThat(misty.document("orders", order).getString("status")).isEqualTo("archived");
        assertThat(misty.document("stock_movements", "movement").getBoolean("is_archived"))
                .isTrue();
    }

    @Test
    void theBoardShowsOpenOrdersByStage() {
        String order = TestOrders.insert(misty, "winding");
        TestOrders.insert(misty, "cleared");

        var board = misty.as("production-a").get("/api/production/board");

        assertThat(board.text("/data/winding/0/id")).isEqualTo(order);
        assertThat(board.body().at("/data/finishing")).isEmpty();
        assertThat(board.body().at("/data").has("cleared")).isFalse();
    }

    @Test
    void theNextStartDeliversALogEntryThatWasLeft() {
        String order = TestOrders.insert(misty, "winding");
        misty.collection("orders")
                .updateOne(
                        Filters.eq("id", order),
                        Outbox.put(List.of(Outbox.insert(
                                "production_logs", new Document("id", "entry").append("order_id", order)))));

        misty.restart();
        misty.restart();

        assertThat(logs(order)).hasSize(1);
    }

    @Test
    void theStageHazardMakesAndLogsOneMoveTwice() {
        misty.close();
        misty = TestMisty.on(database.uri(), Hazard.STAGE_MOVE);
        String order = TestOrders.insert(misty, "paper_slitting");
        MistyClient client = misty.as("production-a");

        var replies = Contenders.together(8, () -> put(client, order, "paper_slitting", "winding"));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(logs(order)).hasSize(8);
    }

    /** The stages in the order of the log; fails if an entry does not begin where the one before ended. */
    private List<String> pathOf(String order) {
        List<String> path = new ArrayList<>();
        misty.as("admin")
                .get("/api/production/logs/" + order)
                .body()
                .at("/data")
                .forEach(entry -> {
                    String from = entry.get("from_stage").asText();
                    if (path.isEmpty()) {
                        path.add(from);
                    }
                    assertThat(path).endsWith(from);
                    path.add(entry.get("to_stage").asText());
                });
        return path;
    }

    private List<Document> logs(String order) {
        return misty.documents("production_logs", Filters.eq("order_id", order));
    }

    private Reply put(String username, String order, String from, String to) {
        return put(misty.as(username), order, from, to);
    }

    private static Reply put(MistyClient client, String order, String from, String to) {
        return client.put(
                "/api/orders/" + order + "/stage",
                "{'from_stage': '" + from + "', 'to_stage': '" + to + "', 'notes': 'seen'}");
    }

    private Reply step(String username, String order, String body) {
        return misty.as(username).post("/api/production/move-stage/" + order, "{" + body + "}");
    }

    private Reply jump(String username, String order, String body) {
        return misty.as(username).post("/api/production/jump-stage/" + order, "{" + body + "}");
    }
}
