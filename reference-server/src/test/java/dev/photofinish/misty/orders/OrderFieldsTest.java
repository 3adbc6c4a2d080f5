package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "what is refused never reaches the database")
class OrderFieldsTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    OrderFieldsTest(TestDatabase database) {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'due_date': '2026-12-01', 'items': []                                            | client_id",
                "'client_id': 'CLIENT', 'items': []                                               | due_date",
                "'client_id': 'CLIENT', 'due_date': '2026-12-01'                                  | items",
                "'client_id': 'CLIENT', 'due_date': 'soon', 'items': []                           | due_date",
                "'client_id': 'CLIENT', 'due_date': 20261201, 'items': []                         | due_date",
                "'client_id': {'$ne': ''}, 'due_date': '2026-12-01', 'items': []                  | client_id",
                "'client_id': 'CLIENT', 'due_date': '2026-12-01', 'items': [{}]                   | items.0.quantity",
                "'client_id': 'CLIENT', 'due_date': '2026-12-01', 'items': [], 'priority': 'Now'  | priority",
                "'client_id': 'CLIENT', 'due_date': '2026-12-01', 'items': [], 'quantity': 0      | quantity",
                "'client_id': 'CLIENT', 'due_date': '2026-12-01', 'items': [], 'discount_percentage': 101 | discount_percentage",
                "'client_id': 'CLIENT', 'due_date': '2026-12-01', 'items': [], 'order_number': 'X' | order_number",
            })
    void aFieldThatDoesNotFitIsNamed(String fields, String field) {
        var refused = misty.as("admin").post("/api/orders", "{" + fields.replace("CLIENT", given.client()) + "}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail/0/loc/1")).isEqualTo(field);
        assertThat(misty.documents("orders", Filters.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'quantity': 10|'quantity': -10", "'unit_price': 10.0|'unit_price': 1e999"})
    void anItemsNumbersMustBeFiniteAndNotNegative(String change) {
        String[] parts = change.split("\\|");

        var refused = misty.as("admin")
                .post("/api/orders", Given.orderBody(given.client()).replace(parts[0], parts[1]));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail/0/loc/1")).startsWith("items.0.");
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "W/\"1\"", "*", "99999999999999999999"})
    void whatIsNoVersionIsRefused(String version) {
        assertThat(edit(given.order(), "{'notes': 'x'}", version).status()).isEqualTo(422);
    }

    @Test
    void twoDifferentVersionsOrOneFromTheFutureAreRefused() {
        String id = given.order();

        assertThat(edit(id, "{'notes': 'x', 'version': 1}", "2").status()).isEqualTo(422);
        assertThat(edit(id, "{'notes': 'x', 'version': 2}").text("/detail/0/loc/1"))
                .isEqualTo("version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'order_number': 'X'              | order_number",
                "'total_amount': 1                | total_amount",
                "'status': 'completed'            | status",
                "'current_stage': 'cleared'       | current_stage",
                "'field_versions': {}             | field_versions",
                "'field_versions.notes': 0        | field_versions.notes",
                "'client_id': 'other'             | client_id",
                "'quantity': '5000'               | quantity",
                "'quantity': 0                    | quantity",
                "'client_contact': {'$gt': ''}    | client_contact",
                "'items': [{'product_id': 'p'}]   | items.0.quantity",
            })
    void nothingElseCanBeChanged(String field, String name) {
        String id = given.order();

        var refused = edit(id, "{" + field + ", 'version': 1}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail/0/loc/1")).isEqualTo(name);
        assertThat(order(id).at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void anEditWithoutAFieldIsRefused() {
        assertThat(edit(given.order(), "{'version': 1}").status()).isEqualTo(422);
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
