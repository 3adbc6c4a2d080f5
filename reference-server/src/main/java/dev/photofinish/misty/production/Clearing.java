package dev.photofinish.misty.production;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** What a move to {@code cleared} comes to besides: the order is archived, and so are its allocations of stock. */
record Clearing(Order order, Caller by, Instant now) {

    /** For {@code archived_orders}. */
    Document copy() {
        return Archive.copy(order, OrderStatus.ARCHIVED)
                .append("archived_at", Date.from(now))
                .append("archived_by", by.userId());
    }

    /** Which documents of {@code stock_movements} belong to the order. */
    Document allocations() {
        return new Document("reference", order.number()).append("movement_type", "allocation");
    }

    /** What those get. */
    Document archivedFields() {
        return new Document("is_archived", true)
                .append("archived_at", Date.from(now))
                .append("archived_by", by.userId())
                .append("archived_reason", "Order cleared");
    }
}
