package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class OrdersTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    OrdersTest(TestDatabase database) {
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
    void anOrderBeginsActiveEnteredAndAtItsFirstVersion() {
        String client = given.client();

        var created = misty.as("manager-a").post("/api/orders", Given.orderBody(client));

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("/data/order_number")).isEqualTo("ADM-" + Year.now(ZoneId.systemDefault()) + "-0001");
        JsonNode order = order(created.text("/data/id"));
        assertThat(order.at("/status").asText()).isEqualTo("active");
        assertThat(order.at("/current_stage").asText()).isEqualTo("order_entered");
        assertThat(order.at("/version").asInt()).isEqualTo(1);
        assertThat(order.at("/client_name").asText()).isEqualTo("Converter Pty Ltd");
        assertThat(order.at("/due_date").asText()).isEqualTo("2026-12-01T00:00:00");
        assertThat(order.has("_id")).isFalse();
    }

    @Test
    void totalsAreSumDiscountAndTax() {
        String body = Given.orderBody(given.client())
                .replace("'items': [", "'discount_percentage': 10, 'items': [" + Given.itemBody("50.0") + ", ");

        String id = misty.as("admin").post("/api/orders", body).text("/data/id");

        JsonNode order = order(id);
        assertThat(order.at("/subtotal").asDouble()).isEqualTo(150);
        assertThat(order.at("/discount_amount").asDouble()).isEqualTo(15);
        assertThat(order.at("/discounted_subtotal").asDouble()).isEqualTo(135);
        assertThat(order.at("/gst").asDouble()).isEqualTo(13.5);
        assertThat(order.at("/total_amount").asDouble()).isEqualTo(148.5);
    }

    @Test
    void optionalFieldsAreKept() {
        String body = Given.orderBody(given.client())
                .replace(
                        "{'client_id'",
                        "{'quantity': 5000, 'client_contact': 'John Doe', 'priority': 'ASAP', 'client_id'");

        JsonNode order = order(misty.as("admin").post("/api/orders", body).text("/data/id"));

        assertThat(order.at("/quantity").asInt()).isEqualTo(5000);
        assertThat(order.at("/client_contact").asText()).isEqualTo("John Doe");
        assertThat(order.at("/priority").asText()).isEqualTo("ASAP");
    }

    @Test
    void anUnknownClientIsNotFound() {
        assertThat(misty.as("admin")
                        .post("/api/orders", Given.orderBody("nobody"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theListHidesWhatIsFinishedAndBeginsWithTheNewest() {
        String first = given.order();
        String second = given.order();
        String completed = given.order();
        String cleared = given.order();
        misty.collection("orders").updateOne(Filters.eq("id", completed), Updates.set("status", "completed"));
        misty.collection("orders").updateOne(Filters.eq("id", cleared), Updates.set("current_stage", "cleared"));
        misty.collection("orders")
                .updateOne(Filters.eq("id", first), Updates.set("created_at", Date.from(Instant.EPOCH)));
        var sales = misty.as("sales-a");

        var unfinished = sales.get("/api/orders");
        var finished = sales.get("/api/orders?status_filter=completed");

        assertThat(unfinished.body().findValuesAsText("id")).containsExactly(second, first);
        assertThat(finished.body().findValuesAsText("id")).containsExactly(completed);
        assertThat(sales.get("/api/orders?status_filter=lost").text("/detail/0/loc/1"))
                .isEqualTo("status_filter");
    }

    @Test
    void anUnknownOrderIsNotFound() {
        var admin = misty.as("admin");

        assertThat(admin.get("/api/orders/none").status()).isEqualTo(404);
        assertThat(admin.put("/api/orders/none", "{'notes': 'x', 'version': 1}").status())
                .isEqualTo(404);
        assertThat(admin.delete("/api/orders/none").status()).isEqualTo(404);
    }

    private JsonNode order(String id) {
        return misty.as("production-a").get("/api/orders/" + id).body();
    }
}
