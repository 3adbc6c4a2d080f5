package dev.photofinish.misty.orders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The orders, in {@code orders}. Safe for any thread. */
public final class Orders {

    public static final String COLLECTION = "orders";

    private final MongoCollection<Document> orders;

    public Orders(Store store) {
        this.orders = store.collection(COLLECTION);
        store.unique(COLLECTION, Order.ID);
    }

    public Optional<Order> byId(String id) {
        return Optional.ofNullable(orders.find(Filters.eq(Order.ID, id)).first())
                .map(Order::new);
    }

    /** @throws Refusal 404 if there is no such order */
    public Order required(String id) {
        return byId(id).orElseThrow(() -> Refusal.notFound("Order"));
    }

    /**
     * Changes the order in one atomic update if the condition holds for it at that moment, and makes it a new version.
     *
     * @return the order after the change; empty if there is no such order or the condition does not hold
     */
    public Optional<Order> changeIf(String id, Bson condition, Bson change) {
        Document changed = orders.findOneAndUpdate(
                Filters.and(Filters.eq(Order.ID, id), condition),
                Updates.combine(change, Updates.inc(Order.VERSION, 1L)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(changed).map(Order::new);
    }
}
