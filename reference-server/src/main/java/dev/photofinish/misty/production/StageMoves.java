package dev.photofinish.misty.production;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.orders.Order;

/** Moves orders from stage to stage; every move leaves one entry in the production log. */
interface StageMoves {

    /**
     * @param seen the order as it was read for this request
     * @throws Refusal 404 if the order is gone; 409 if it is not, or no longer, at the stage from which it is to move
     */
    void make(Order seen, Move move, Caller by);
}
