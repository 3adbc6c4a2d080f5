package dev.photofinish.misty.stock;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.http.Refusal;
import org.bson.Document;

/**
 * Hazard {@code stock-allocation}: reads the lot, checks, writes back what should remain. Whoever reads between another's
 * read and write is granted the same units, and the stock does not even fall below zero.
 */
public final class FindThenSetAllocation implements Allocation {

    private final Lots lots;
    private final Ledger ledger;
    private final Hazards hazards;

    public FindThenSetAllocation(Lots lots, Ledger ledger, Hazards hazards) {
        this.lots = lots;
        this.ledger = ledger;
        this.hazards = hazards;
    }

    @Override
    public Granted allocate(AllocationRequest request, Caller by) {
        Document lot = lots.withEnough(request).orElseThrow(() -> Refusal.badRequest("Insufficient stock"));
        Quantity remaining = Lots.onHand(lot).minus(request.quantity());
        hazards.pause();
        lots.overwriteOnHand(lot, remaining);
        Document movement = ledger.allocation(request, by).append("stock_id", lot.getString("id"));
        ledger.insert(movement);
        return new Granted(remaining, movement.getString("id"));
    }
}
