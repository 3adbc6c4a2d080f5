package dev.photofinish.misty.stock;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;

/** Takes goods from a lot and says so in the ledger. */
public interface Allocation {

    /**
     * Takes the whole quantity from the oldest lot that has as much.
     *
     * @throws Refusal 400 if no single lot has enough
     */
    Granted allocate(AllocationRequest request, Caller by);

    /** What was taken: what the lot has left, and the movement in the ledger. */
    record Granted(Quantity remaining, String movementId) {}
}
