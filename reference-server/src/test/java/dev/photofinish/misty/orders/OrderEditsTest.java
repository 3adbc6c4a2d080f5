package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class OrderEditsTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    OrderEditsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
        given = new Given(misty);
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void anEditNeedsTheVersionThatWasSeen() {
        String id = given.order();

        assertThat(edit(id, "{'notes': 'x'}").status()).isEqualTo(428);
        assertThat(edit(id, "{'notes': 'x', 'version': 1}")
                        .body()
                        .at("/data/version")
                        .asInt())
                .isEqualTo(2);
        assertThat(edit(id, "{'notes': 'y'}", "2").body().at("/data/version").asInt())
                .isEqualTo(3);
        assertThat(edit(id, "{'notes': 'z'}", "\"3\"")
                        .body()
                        .at("/data/version")
                        .asInt())
                .isEqualTo(4);
        assertThat(order(id).at("/notes").asText()).isEqualTo("z");
    }

    @Test
    void editsOfDifferentFieldsAreBothKept() {
        String id = given.order();

        var first = edit(id, "{'quantity': 5000, 'version': 1}");
        var second = edit(id, "{'client_contact': 'John Doe', 'version': 1}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().at("/data/quantity").asInt()).isEqualTo(5000);
        JsonNode order = order(id);
        assertThat(order.at("/quantity").asInt()).isEqualTo(5000);
        assertThat(order.at("/client_contact").asText()).isEqualTo("John Doe");
        assertThat(order.at("/version").asInt()).isEqualTo(3);
        assertThat(order.at("/field_versions/quantity").asInt()).isEqualTo(2);
        assertThat(order.at("/field_versions/client_contact").asInt()).isEqualTo(3);
    }

    @Test
    void anEditOfAFieldThatSomebodyElseChangedIsRefusedWithTheOrderAsItIs() {
        String id = given.order();
        edit(id, "{'quantity': 5000, 'notes': 'first', 'version': 1}");

        var refused = edit(id, "{'quantity': 6000, 'client_contact': 'John Doe', 'version': 1}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().at("/detail/conflicts"))
                .extracting(JsonNode::asText)
                .containsExactly("quantity");
        assertThat(refused.body().at("/detail/current/quantity").asInt()).isEqualTo(5000);
        assertThat(refused.body().at("/detail/current/version").asInt()).isEqualTo(2);
        assertThat(order(id).has("client_contact")).isFalse();
    }

    @Test
    void aDiscountForOtherItemsIsAConflict() {
        String id = given.order();
        edit(id, "{'items': [" + Given.itemBody("500.0") + "], 'version': 1}");

        var refused = edit(id, "{'discount_percentage': 10, 'version': 1}");
        var again = edit(id, "{'discount_percentage': 10, 'version': 2}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().at("/detail/conflicts"))
                .extracting(JsonNode::asText)
                .containsExactly("items");
        assertThat(again.body().at("/data/subtotal").asDouble()).isEqualTo(500);
        assertThat(again.body().at("/data/total_amount").asDouble()).isEqualTo(495);
    }

    @Test
    void totalsFollowAnEditThatCameLaterThanOthers() {
        String id = given.order();
        edit(id, "{'notes': 'x', 'version': 1}");

        var merged = edit(id, "{'discount_percentage': 50, 'version': 1}");

        assertThat(merged.body().at("/data/discounted_subtotal").asDouble()).isEqualTo(50);
        assertThat(merged.text("/data/notes")).isEqualTo("x");
    }

    @Test
    void aFieldCanBeEmptiedUnlessAnOrderNeedsIt() {
        String id = given.order();
        edit(id, "{'notes': 'x', 'version': 1}");

        assertThat(edit(id, "{'notes': null, 'version': 2}").status()).isEqualTo(200);
        assertThat(order(id).at("/notes").isNull()).isTrue();
        assertThat(edit(id, "{'due_date': null, 'version': 3}").text("/detail/0/loc/1"))
                .isEqualTo("due_date");
    }

    @Test
    void anOrderOfTheEarlierRevisionCountsAsItsFirstVersion() {
        String id = given.order();
        misty.collection("orders")
                .updateOne(
                        Filters.eq("id", id),
                        Updates.combine(Updates.unset("version"), Updates.unset("field_versions")));

        assertThat(edit(id, "{'notes': 'x', 'version': 1}")
                        .body()
                        .at("/data/version")
                        .asInt())
                .isEqualTo(2);
        assertThat(edit(id, "{'notes': 'y', 'version': 1}").status()).isEqualTo(409);
    }

    @Test
    void ofManyEditsAtOnceThoseOfDifferentFieldsAreAllKept() {
        String id = given.order();
        var sales = misty.as("sales-a");
        List<String> fields = List.of(
                "notes",
                "client_contact",
                "delivery_address",
                "delivery_instructions",
                "runtime_estimate",
                "purchase_order_number",
                "discount_notes");
        AtomicInteger turn = new AtomicInteger();

        List<Reply> replies = Contenders.together(fields.size(), () -> {
            String field = fields.get(turn.getAndIncrement());
            return sales.put("/api/orders/" + id, "{'" + field + "': 'by " + field + "', 'version': 1}");
        });

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        JsonNode order = order(id);
        assertThat(fields)
                .allSatisfy(field -> assertThat(order.at("/" + field).asText()).isEqualTo("by " + field));
        assertThat(order.at("/version").asInt()).isEqualTo(1 + fields.size());
    }

    @Test
    void ofManyEditsOfOneFieldAtOnceOneIsKept() {
        String id = given.order();
        var sales = misty.as("sales-a");
        AtomicInteger turn = new AtomicInteger();

        List<Reply> replies = Contenders.together(
                8, () -> sales.put("/api/orders/" + id, "{'quantity': " + turn.incrementAndGet() + ", 'version': 1}"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).containsOnly(200, 409);
        Reply accepted = replies.stream()
                .filter(reply -> reply.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(order(id).at("/quantity")).isEqualTo(accepted.body().at("/data/quantity"));
    }

    @Test
    void readThenReplaceLosesAnEdit() {
        misty.close();
        misty = TestMisty.on(database.uri(), Hazard.ORDER_EDIT);
        given = new Given(misty);
        var sales = misty.as("sales-a");

        boolean lost = false;
        for (int round = 0; round < 20 && !lost; round++) {
            String id = given.order();
            AtomicInteger turn = new AtomicInteger();
            List<Reply> replies = Contenders.together(
                    2,
                    () -> sales.put(
                            "/api/orders/" + id,
                            turn.getAndIncrement() == 0
                                    ? "{'quantity': 5000, 'version': 1}"
                                    : "{'client_contact': 'John Doe', 'version': 1}"));
            assertThat(replies).extracting(Reply::status).containsOnly(200);
            lost = !(order(id).has("quantity") && order(id).has("client_contact"));
        }

        assertThat(lost).as("one of two accepted edits was lost").isTrue();
    }

    private Reply edit(String id, String body) {
        return misty.as("sales-a").put("/api/orders/" + id, body);
    }

    private Reply edit(String id, String body, String ifMatch) {
        return misty.as("sales-a").send("PUT", "/api/orders/" + id, body, Map.of("If-Match", ifMatch));
    }

    private JsonNode order(String id) {
        return misty.as("sales-a").get("/api/orders/" + id).body();
    }
}
