package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EveryEngine
class OrderDeletionTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    OrderDeletionTest(TestDatabase database) {
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
    void theStockOfADeletedOrderComesBack() {
        String order = given.order();
        String lot = given.lot("tape", "100");
        allocate("30", order);
        allocate("20", order);

        var deleted = misty.as("admin").delete("/api/orders/" + order);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body().at("/data/returned_stock_items").asInt()).isEqualTo(2);
        assertThat(onHand(lot)).isEqualTo(100);
        assertThat(misty.documents("stock_movements", Filters.eq("movement_type", "return")))
                .extracting(movement -> movement.get("quantity", Number.class).intValue())
                .containsExactlyInAnyOrder(30, 20);
        assertThat(misty.documents("stock_movements", Filters.eq("movement_type", "allocation")))
                .allSatisfy(movement ->
                        assertThat(movement.getBoolean("is_archived")).isTrue());
        assertThat(misty.documents("order_deletions", Filters.empty())).isEmpty();
        assertThat(misty.as("admin").get("/api/orders/" + order).status()).isEqualTo(404);
    }

    @Test
    void goodsThatLeftTheHouseDoNotComeBack() {
        String order = given.order();
        String lot = given.lot("tape", "100");
        String movement = allocate("30", order);
        misty.collection("stock_movements").updateOne(Filters.eq("id", movement), Updates.set("is_archived", true));

        misty.as("admin").delete("/api/orders/" + order);

        assertThat(onHand(lot)).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({"paper_slitting", "winding", "finishing"})
    void anOrderInProductionStays(String stage) {
        String order = given.order();
        String lot = given.lot("tape", "100");
        allocate("30", order);
        misty.collection("orders").updateOne(Filters.eq("id", order), Updates.set("current_stage", stage));

        assertThat(misty.as("admin").delete("/api/orders/" + order).status()).isEqualTo(400);
        assertThat(onHand(lot)).isEqualTo(70);
        assertThat(misty.as("admin").get("/api/orders/" + order).status()).isEqualTo(200);
    }

    @Test
    void ofManyWhoDeleteAnOrderOneDoesAndStockComesBackOnce() {
        String order = given.order();
        String lot = given.lot("tape", "100");
        allocate("30", order);
        allocate("20", order);
        var admin = misty.as("admin");

        List<Reply> replies = Contenders.together(6, () -> admin.delete("/api/orders/" + order));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).containsOnly(200, 404);
        assertThat(onHand(lot)).isEqualTo(100);
        assertThat(misty.documents("stock_movements", Filters.eq("movement_type", "return")))
                .hasSize(2);
    }

    @Test
    void anInterruptedDeletionIsFinishedAtTheNextStart() {
        String order = given.order();
        String lot = given.lot("tape", "100");
        allocate("30", order);
        Document gone = misty.document("orders", order);
        misty.collection("order_deletions")
                .insertOne(new Document("id", "interrupted")
                        .append("order_id", order)
                        .append("order_number", gone.getString("order_number"))
                        .append("created_by", "somebody"));
        misty.collection("orders").deleteOne(Filters.eq("id", order));

        misty.restart();

        assertThat(onHand(lot)).isEqualTo(100);
        assertThat(misty.documents("order_deletions", Filters.empty())).isEmpty();
    }

    @Test
    void aDeletionThatNeverBeganIsForgottenAtTheNextStart() {
        String order = given.order();
        String lot = given.lot("tape", "100");
        allocate("30", order);
        misty.collection("order_deletions")
                .insertOne(new Document("id", "interrupted")
                        .append("order_id", order)
                        .append("order_number", misty.document("orders", order).getString("order_number"))
                        .append("created_by", "somebody"));

        misty.restart();

        assertThat(onHand(lot)).isEqualTo(70);
        assertThat(misty.documents("order_deletions", Filters.empty())).isEmpty();
    }

    private String allocate(String quantity, String order) {
        String number = misty.document("orders", order).getString("order_number");
        return misty.as("sales-a")
                .post("/api/stock/allocate", Given.allocationBody("tape", quantity, number))
                .text("/data/movement_id");
    }

    private int onHand(String lot) {
        return misty.document("raw_substrate_stock", lot)
                .get("quantity_on_hand", Number.class)
                .intValue();
    }
}
