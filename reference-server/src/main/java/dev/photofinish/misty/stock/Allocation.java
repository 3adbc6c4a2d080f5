package dev.photofinish.misty.stock;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.http.Refusal;

/** Takes goods from a lot and says so in the ledger. */
public interface Allocation {

    /**
     * Takes the whole quantity from the oldest lot that has as much.
     *
     * @throws Refusal 400 if no single lot has enough
     */
    Granted allocate(AllocationRequest request, Caller by);

    /** The racy one if its hazard is on, the right one otherwise. */
    static Allocation with(Hazards hazards, Lots lots, Ledger ledger) {
        return hazards.choose(
                Hazard.STOCK_ALLOCATION,
                () -> new FindThenSetAllocation(lots, ledger, hazards),
                () -> new GuardedAllocation(lots, ledger));
    }

    /** What was taken: what the lot has left, and the movement in the ledger. */
    record Granted(Quantity remaining, String movementId) {}
}
