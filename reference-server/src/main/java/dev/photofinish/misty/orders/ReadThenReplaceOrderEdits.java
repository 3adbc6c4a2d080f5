package dev.photofinish.misty.orders;

import dev.photofinish.misty.hazards.Hazards;

/**
 * Hazard {@code order-edit}: reads the order, changes it in memory, writes the whole of it back. Whatever somebody else
 * wrote in between is gone; the version is counted but never compared.
 */
public final class ReadThenReplaceOrderEdits implements OrderEdits {

    private final Orders orders;
    private final Hazards hazards;

    public ReadThenReplaceOrderEdits(Orders orders, Hazards hazards) {
        this.orders = orders;
        this.hazards = hazards;
    }

    @Override
    public Order apply(String id, OrderEdit edit) {
        Order read = orders.required(id);
        hazards.pause();
        return orders.replace(read, edit);
    }
}
