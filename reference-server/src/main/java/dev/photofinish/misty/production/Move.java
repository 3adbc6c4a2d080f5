package dev.photofinish.misty.production;

import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.Stage;
import java.util.Optional;

/** From the stage that the user saw to another one. */
record Move(Stage from, Stage to, Optional<String> notes) {

    /** @throws Refusal 400 if it leads nowhere */
    Move {
        if (from == to) {
            throw Refusal.badRequest("The order is already at " + to.id());
        }
    }

    /** 409: the order is not where the user saw it. */
    Refusal lostTo(Order current) {
        return Refusal.conflict("The order is not at " + from.id() + ", it is at "
                + current.stage().id() + ": somebody else moved it");
    }
}
