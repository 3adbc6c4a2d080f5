package dev.photofinish.misty.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
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
class StockTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    StockTest(TestDatabase database) {
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
    void aNewLotIsExplainedByAMovement() {
        String lot = given.lot("tape", "100.5");

        var movements = misty.as("production-a").get("/api/stock/movements/" + lot);

        assertThat(movements.body().at("/data")).hasSize(1);
        assertThat(movements.text("/data/0/movement_type")).isEqualTo("addition");
        assertThat(movements.body().at("/data/0/quantity_change").asDouble()).isEqualTo(100.5);
        assertThat(movements.body().at("/data/0/previous_quantity").asDouble()).isZero();
        assertThat(movements.body().at("/data/0/new_quantity").asDouble()).isEqualTo(100.5);
        assertThat(misty.document("raw_substrate_stock", lot).getList("outbox", Document.class))
                .isEmpty();
    }

    @Test
    void lotsAreListedByClientWithoutBookkeeping() {
        given.lot("tape", "100");

        var all = misty.as("sales-a").get("/api/stock/raw-substrates");
        var ours = misty.as("sales-a").get("/api/stock/raw-substrates?client_id=c");
        var theirs = misty.as("sales-a").get("/api/stock/raw-substrates?client_id=other");

        assertThat(all.body().at("/data")).hasSize(1);
        assertThat(ours.body().at("/data/0/quantity_on_hand").asDouble()).isEqualTo(100);
        assertThat(ours.text("/data/0/unit_of_measure")).isEqualTo("units");
        assertThat(ours.body().at("/data/0").has("outbox")).isFalse();
        assertThat(theirs.body().at("/data")).isEmpty();
    }

    @Test
    void aCountedQuantityIsRecordedAsTheRealDifference() {
        String lot = given.lot("tape", "100");
        var manager = misty.as("manager-a");

        var changed = manager.put("/api/stock/raw-substrates/" + lot, "{'quantity_on_hand': 70, 'notes': 'counted'}");

        assertThat(changed.status()).isEqualTo(200);
        Document movement = misty.documents("stock_movements", Filters.eq("movement_type", "consumption"))
                .getFirst();
        assertThat(movement.get("quantity_change", Number.class).doubleValue()).isEqualTo(-30);
        assertThat(misty.document("raw_substrate_stock", lot).getString("notes"))
                .isEqualTo("counted");
        assertThat(manager.put("/api/stock/raw-substrates/none", "{'notes': ''}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLedgerExplainsEveryLotWhateverHappensAtOnce() {
        String lot = given.lot("tape", "1000");
        var admin = misty.as("admin");
        AtomicInteger turn = new AtomicInteger();

        List<Reply> replies = Contenders.together(12, () -> {
            int mine = turn.incrementAndGet();
            return mine % 3 == 0
                    ? admin.put("/api/stock/raw-substrates/" + lot, "{'quantity_on_hand': " + (900 + mine) + "}")
                    : admin.post("/api/stock/allocate", Given.allocationBody("tape", "7.3", "R"));
        });

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo(LedgerBalance.onHand(misty, lot));
    }

    @Test
    void availabilityReportsOneLotWithAnythingInIt() {
        given.lot("tape", "0");
        String second = given.lot("tape", "60");
        given.lot("tape", "60");
        var sales = misty.as("sales-a");

        var available = sales.get("/api/stock/check-availability?product_id=tape&client_id=c");

        assertThat(available.text("/data/stock_id")).isEqualTo(second);
        assertThat(available.body().at("/data/quantity_on_hand").asDouble()).isEqualTo(60);
        assertThat(sales.get("/api/stock/check-availability?product_id=glue&client_id=c")
                        .status())
                .isEqualTo(404);
        assertThat(sales.get("/api/stock/check-availability?product_id=tape").text("/detail/0/loc/1"))
                .isEqualTo("client_id");
    }

    @Test
    void historyAndAllocationsAreFoundByProductAndClient() {
        given.lot("tape", "100");
        given.lot("glue", "100");
        var sales = misty.as("sales-a");
        sales.post("/api/stock/allocate", Given.allocationBody("tape", "10", "R1"));

        var history = sales.get("/api/stock/history?product_id=tape&client_id=c");
        var active = sales.get("/api/stock/allocations?product_id=tape&client_id=c");
        var archived = sales.get("/api/stock/allocations/archived?product_id=tape&client_id=c");
        var none = sales.get("/api/stock/allocations?product_id=glue&client_id=c");

        assertThat(history.body().at("/data")).hasSize(2);
        assertThat(active.body().at("/data")).hasSize(1);
        assertThat(active.text("/data/0/reference")).isEqualTo("R1");
        assertThat(active.body().at("/data/0/quantity").asDouble()).isEqualTo(-10);
        assertThat(active.body().at("/data/0/is_archived").asBoolean()).isFalse();
        assertThat(archived.body().at("/data")).isEmpty();
        assertThat(none.body().at("/data")).isEmpty();
    }

    @Test
    void aDeletedLotTakesItsMovementsWithIt() {
        String lot = given.lot("tape", "100");
        var admin = misty.as("admin");
        admin.post("/api/stock/allocate", Given.allocationBody("tape", "10", "R1"));

        assertThat(admin.delete("/api/stock/raw-substrates/" + lot).status()).isEqualTo(200);
        assertThat(misty.documents("stock_movements", Filters.eq("stock_id", lot)))
                .isEmpty();
        assertThat(admin.delete("/api/stock/raw-substrates/" + lot).status()).isEqualTo(404);
    }
}
