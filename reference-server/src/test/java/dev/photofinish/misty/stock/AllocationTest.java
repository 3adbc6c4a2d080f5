package dev.photofinish.misty.stock;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class AllocationTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    AllocationTest(TestDatabase database) {
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
    void anAllocationTakesTheGoodsAndSaysSo() {
        String lot = given.lot("tape", "100");

        var allocated = allocate("80");

        assertThat(allocated.status()).isEqualTo(200);
        assertThat(allocated.body().at("/data/allocated_quantity").asDouble()).isEqualTo(80);
        assertThat(allocated.body().at("/data/remaining_stock").asDouble()).isEqualTo(20);
        Document movement = misty.document("stock_movements", allocated.text("/data/movement_id"));
        assertThat(movement.getString("stock_id")).isEqualTo(lot);
        assertThat(movement.getString("reference")).isEqualTo("R");
        assertThat(movement.get("created_at")).isInstanceOf(String.class);
        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("20");
    }

    @Test
    void noSingleLotWithEnoughIsARefusal() {
        given.lot("tape", "60");
        given.lot("tape", "60");

        assertThat(allocate("100").status()).isEqualTo(400);
        assertThat(misty.documents("stock_movements", Filters.eq("movement_type", "allocation")))
                .isEmpty();
    }

    @Test
    void theOldestLotWithEnoughIsTaken() {
        given.lot("tape", "10");
        String second = given.lot("tape", "60");
        given.lot("tape", "60");

        String movement = allocate("20").text("/data/movement_id");

        assertThat(misty.document("stock_movements", movement).getString("stock_id"))
                .isEqualTo(second);
    }

    @Test
    void tenthsLeaveNoDust() {
        String lot = given.lot("tape", "0.3");

        List<Integer> statuses = List.of(
                allocate("0.1").status(),
                allocate("0.1").status(),
                allocate("0.1").status());

        assertThat(statuses).containsExactly(200, 200, 200);
        assertThat(LedgerBalance.onHand(misty, lot)).isEqualByComparingTo("0");
        assertThat(allocate("0.001").status()).isEqualTo(400);
    }

    @Test
    void aLotOfTheOriginalsDoublesIsTakenFromToo() {
        String lot = given.lot("tape", "100");
        misty.collection("raw_substrate_stock").updateOne(Filters.eq("id", lot), Updates.set("quantity_on_hand", 0.3));

        allocate("0.1");
        allocate("0.1");

        assertThat(allocate("0.1").status()).isEqualTo(200);
    }

    @Test
    void asManyAreServedAsThereIsStockFor() {
        String lot = given.lot("tape", "100");
        var sales = misty.as("sales-a");

        List<Reply> replies = Contenders.together(
                20, () -> sales.post("/api/stock/allocate", Given.allocationBody("tape", "7", "R")));

        assertThat(replies).extracting(Reply::status).containsOnly(200, 400);
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(14);
        assertThat(LedgerBalance.onHand(misty, lot)).isEqualByComparingTo("2");
        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("2");
    }

    @Test
    void aLotDeletedMeanwhileLeavesNoMovements() {
        var admin = misty.as("admin");
        for (int round = 0; round < 20; round++) {
            String lot = given.lot("tape", "100");
            AtomicInteger turn = new AtomicInteger();

            Contenders.together(
                    3,
                    () -> turn.getAndIncrement() == 0
                            ? admin.delete("/api/stock/raw-substrates/" + lot)
                            : admin.post("/api/stock/allocate", Given.allocationBody("tape", "7", "R")));

            assertThat(misty.documents("stock_movements", Filters.eq("stock_id", lot)))
                    .isEmpty();
        }
    }

    private Reply allocate(String quantity) {
        return misty.as("sales-a").post("/api/stock/allocate", Given.allocationBody("tape", quantity, "R"));
    }
}
