package dev.photofinish.misty.production;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * The orders that are done, in {@code archived_orders}: copies with an id of their own and the order's in {@code order_id},
 * one an order by index, unless a hazard is to make more.
 */
public final class Archive {

    public static final String COLLECTION = "archived_orders";

    private final MongoCollection<Document> archived;
    private final InstantSource clock;

    public Archive(Store store, Hazards hazards, InstantSource clock) {
        this.archived = store.collection(COLLECTION);
        this.clock = clock;
        store.unique(COLLECTION, "id");
        if (hazards.on().contains(Hazard.STAGE_MOVE)) {
            store.notUnique(COLLECTION, "order_id");
        } else {
            store.unique(COLLECTION, "order_id");
        }
    }

    /** The copy of an order that becomes cleared. Its id follows from the order's, so that it cannot be inserted twice. */
    public static Document copy(Order order, OrderStatus status) {
        Document copy = new Document(order.document());
        copy.keySet().removeIf(field -> field.equals("_id") || Outbox.keeps(field));
        copy.put(
                "id",
                UUID.nameUUIDFromBytes((COLLECTION + "/" + order.id()).getBytes(StandardCharsets.UTF_8))
                        .toString());
        copy.put("order_id", order.id());
        copy.put(Order.STAGE, Stage.CLEARED.id());
        copy.put(Order.STATUS, status.id());
        return copy;
    }

    /** The same for an order that a user moves to the end: with who did it, and when. */
    Document copy(Order order, Caller by) {
        return copy(order, OrderStatus.ARCHIVED)
                .append("archived_at", Date.from(clock.instant()))
                .append("archived_by", by.userId());
    }

    public FindIterable<Document> ofClient(String clientId) {
        return archived.find(Filters.eq("client_id", clientId)).sort(Sorts.descending("created_at"));
    }

    void insert(Document copy) {
        archived.insertOne(copy);
    }
}
