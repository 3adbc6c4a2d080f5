package dev.photofinish.misty.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class LedgerTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    LedgerTest(TestDatabase database) {
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
    void whatManyGiveBackAtOnceComesBackOnce() {
        String lot = given.lot("tape", "100");
        var sales = misty.as("sales-a");
        sales.post("/api/stock/allocate", Given.allocationBody("tape", "30", "R"));
        sales.post("/api/stock/allocate", Given.allocationBody("tape", "20", "R"));
        sales.post("/api/stock/allocate", Given.allocationBody("tape", "5", "other"));

        Contenders.together(6, () -> {
            try (Store store = misty.store()) {
                new Ledger(store, Clock.systemUTC()).giveBack("R", "somebody");
            }
            return sales.get("/api/stock/movements/" + lot);
        });

        assertThat(LedgerBalance.onHand(misty, lot)).isEqualByComparingTo("95");
        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("95");
    }

    @Test
    void aReturnThatWasInterruptedIsFinishedAtTheNextStart() {
        String lot = given.lot("tape", "100");
        var sales = misty.as("sales-a");
        String allocation = sales.post("/api/stock/allocate", Given.allocationBody("tape", "30", "R"))
                .text("/data/movement_id");
        Decimal128 taken = new Decimal128(30);
        Document movement = new Document("id", "interrupted")
                .append("stock_id", lot)
                .append("movement_type", "return")
                .append("quantity", taken);
        misty.collection("stock_movements")
                .updateOne(
                        Filters.eq("id", allocation),
                        Updates.combine(
                                Updates.set("is_archived", true),
                                Outbox.put(List.of(
                                        Outbox.increment("raw_substrate_stock", lot, Map.of("quantity_on_hand", taken)),
                                        Outbox.insert("stock_movements", movement)))));

        misty.restart().restart();

        assertThat(LedgerBalance.onHand(misty, lot)).isEqualByComparingTo("100");
        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("100");
    }

    @Test
    void archivedAllocationsAreFoundInTheArchive() {
        given.lot("tape", "100");
        var sales = misty.as("sales-a");
        sales.post("/api/stock/allocate", Given.allocationBody("tape", "30", "R"));
        try (Store store = misty.store()) {
            new Ledger(store, Clock.systemUTC()).archive("R", "somebody", "cleared");
        }

        assertThat(sales.get("/api/stock/allocations").body().at("/data")).isEmpty();
        var archived = sales.get("/api/stock/allocations/archived?product_id=tape&client_id=c");
        assertThat(archived.text("/data/0/archived_reason")).isEqualTo("cleared");
    }
}
