package dev.photofinish.misty.orders;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.http.Refusal;

/** Applies users' edits to orders. */
public interface OrderEdits {

    /**
     * Applies the edit and answers the order as it is then.
     *
     * @throws Refusal 404 if there is no such order, 409 if it cannot be applied without overwriting somebody's change
     */
    Order apply(String id, OrderEdit edit);

    /** The racy ones if their hazard is on, the right ones otherwise. */
    static OrderEdits with(Hazards hazards, Orders orders) {
        return hazards.choose(
                Hazard.ORDER_EDIT,
                () -> new ReadThenReplaceOrderEdits(orders, hazards),
                () -> new VersionedOrderEdits(orders));
    }
}
