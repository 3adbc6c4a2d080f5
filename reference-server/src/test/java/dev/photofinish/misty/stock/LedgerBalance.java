package dev.photofinish.misty.stock;

import com.mongodb.client.model.Filters;
import dev.photofinish.misty.TestMisty;
import java.math.BigDecimal;
import org.bson.Document;

/** What a lot should hold by the ledger, and what it holds; the contract's law of conservation says they are the same. */
final class LedgerBalance {

    private LedgerBalance() {}

    /** The sum of both shapes of movement. */
    static BigDecimal of(TestMisty misty, String lot) {
        return misty.documents("stock_movements", Filters.eq("stock_id", lot)).stream()
                .map(movement ->
                        movement.get(movement.containsKey("quantity") ? "quantity" : "quantity_change", Number.class))
                .map(LedgerBalance::exactly)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal onHand(TestMisty misty, String lot) {
        Document stored = misty.document("raw_substrate_stock", lot);
        return exactly(stored.get("quantity_on_hand", Number.class));
    }

    private static BigDecimal exactly(Number stored) {
        return new BigDecimal(stored.toString());
    }
}
