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
import java.math.BigDecimal;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class StockRecoveryTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    StockRecoveryTest(TestDatabase database) {
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
    void whatAnInterruptedRequestLeftIsDeliveredOnceAtTheNextStart() {
        String lot = interruptedAllocation("30");
        assertThat(LedgerBalance.of(misty, lot)).isNotEqualByComparingTo(LedgerBalance.onHand(misty, lot));

        misty.restart();

        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("70");
        assertThat(misty.documents("stock_movements", Filters.eq("id", "interrupted")))
                .singleElement()
                .satisfies(
                        movement -> assertThat(movement.getString("stock_id")).isEqualTo(lot));
        assertThat(misty.document("raw_substrate_stock", lot).getList("outbox", Document.class))
                .isEmpty();

        misty.restart();
        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("70");
    }

    @Test
    void theNextAllocationDeliversItToo() {
        String lot = interruptedAllocation("30");

        misty.as("sales-a").post("/api/stock/allocate", Given.allocationBody("tape", "10", "R"));

        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("60");
    }

    @Test
    void manyDeliverersAtOnceDeliverOnce() {
        String lot = interruptedAllocation("30");
        Document changed = misty.document("raw_substrate_stock", lot);

        Contenders.together(8, () -> {
            try (Store store = misty.store()) {
                new Outbox(store).deliver("raw_substrate_stock", changed);
            }
            return misty.as("sales-a").get("/api/stock/movements/" + lot);
        });

        assertThat(misty.documents("stock_movements", Filters.eq("stock_id", lot)))
                .hasSize(2);
        assertThat(LedgerBalance.of(misty, lot)).isEqualByComparingTo("70");
    }

    /** A server that was killed between its update of the lot and the ledger's entry. */
    private String interruptedAllocation(String quantity) {
        String lot = given.lot("tape", "100");
        BigDecimal taken = new BigDecimal(quantity).negate();
        Document movement = new Document("id", "interrupted")
                .append("movement_type", "allocation")
                .append("quantity", new Decimal128(taken));
        misty.collection("raw_substrate_stock")
                .updateOne(
                        Filters.eq("id", lot),
                        Updates.combine(
                                Updates.inc("quantity_on_hand", new Decimal128(taken)),
                                Outbox.put(List.of(Outbox.insertLinked("stock_movements", movement, "stock_id")))));
        return lot;
    }
}
