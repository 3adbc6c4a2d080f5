package dev.photofinish.misty.stock;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;
import org.bson.Document;

/**
 * Checks and takes in one conditional update of the lot, with the movement in its outbox: of users who want the same units
 * only as many get them as there are, and no interruption leaves goods gone without a trace.
 */
public final class GuardedAllocation implements Allocation {

    private final Lots lots;
    private final Ledger ledger;

    public GuardedAllocation(Lots lots, Ledger ledger) {
        this.lots = lots;
        this.ledger = ledger;
    }

    @Override
    public Granted allocate(AllocationRequest request, Caller by) {
        Document movement = ledger.allocation(request, by);
        Document lot = lots.take(request, movement).orElseThrow(() -> Refusal.badRequest("Insufficient stock"));
        lots.deliver(lot);
        return new Granted(Lots.onHand(lot), movement.getString("id"));
    }
}
