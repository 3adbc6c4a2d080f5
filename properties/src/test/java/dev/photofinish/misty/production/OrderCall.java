package dev.photofinish.misty.production;

import dev.photofinish.misty.orders.Stage;

/** What somebody does to an order. */
sealed interface OrderCall {

    /** It moves on from the stage at which it is seen. */
    record MoveTo(Stage stage) implements OrderCall {}

    /** A text about it is changed. */
    record Edit(String field) implements OrderCall {}
}
