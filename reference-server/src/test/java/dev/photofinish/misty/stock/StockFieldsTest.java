package dev.photofinish.misty.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "what is refused never reaches the database")
class StockFieldsTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    StockFieldsTest(TestDatabase database) {
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
    @ValueSource(strings = {"-1", "1e999", "0.0001", "'100'", "null"})
    void aLotsQuantityMustBeAStorableNumberNotBelowZero(String quantity) {
        var refused = misty.as("admin").post("/api/stock/raw-substrates", Given.lotBody("tape", quantity));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail/0/loc/1")).isEqualTo("quantity_on_hand");
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "-80, 400", "1e999, 422", "0.0001, 422", "'''80''', 422", "true, 422", "null, 400"})
    void onlyAPositiveQuantityThatCanBeKeptExactlyIsTaken(String quantity, int status) {
        String lot = given.lot("tape", "100");

        var refused = allocate(quantity);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.response().body()).contains("quantity");
        assertThat(LedgerBalance.onHand(misty, lot)).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"product_id", "client_id", "quantity"})
    void aMissingFieldIsNamed(String field) {
        given.lot("tape", "100");
        String body = Given.allocationBody("tape", "80", "R").replaceFirst("'" + field + "': ('[^']*'|80),", "");

        var refused = misty.as("sales-a").post("/api/stock/allocate", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/detail")).contains(field);
    }

    @Test
    void anObjectNeverReachesTheQuery() {
        given.lot("tape", "100");

        var refused = misty.as("sales-a")
                .post(
                        "/api/stock/allocate",
                        Given.allocationBody("tape", "80", "R").replace("'tape'", "{'$ne': ''}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail/0/loc/1")).isEqualTo("product_id");
    }

    private Reply allocate(String quantity) {
        return misty.as("sales-a").post("/api/stock/allocate", Given.allocationBody("tape", quantity, "R"));
    }
}
