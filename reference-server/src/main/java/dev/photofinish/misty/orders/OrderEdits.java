package dev.photofinish.misty.orders;

import dev.photofinish.misty.http.Refusal;

/** Applies users' edits to orders. */
public interface OrderEdits {

    /**
     * Applies the edit and answers the order as it is then.
     *
     * @throws Refusal 404 if there is no such order, 409 if it cannot be applied without overwriting somebody's change
     */
    Order apply(String id, OrderEdit edit);
}
