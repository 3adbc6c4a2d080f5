package dev.photofinish.misty.orders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * Deletes an order and gives its allocated stock back. The intention is written down first, so that a server that is
 * interrupted between the two finishes it at its next start; of several who delete the same order one succeeds.
 */
final class OrderDeletion {

    private static final Set<Stage> IN_PRODUCTION = EnumSet.of(Stage.PAPER_SLITTING, Stage.WINDING, Stage.FINISHING);

    private final Orders orders;
    private final Ledger ledger;
    private final MongoCollection<Document> intentions;
    private final InstantSource clock;

    OrderDeletion(Store store, Orders orders, Ledger ledger, InstantSource clock) {
        this.orders = orders;
        this.ledger = ledger;
        this.intentions = store.collection("order_deletions");
        this.clock = clock;
    }

    /**
     * Deletes the order and answers how many allocations were given back.
     *
     * @throws Refusal 400 if the order is being made, 404 if there is none, or no longer
     */
    int delete(String id, Caller by) {
        Order order = orders.required(id);
        if (IN_PRODUCTION.contains(order.stage())) {
            throw inProduction();
        }
        Document intention = write(order, by);
        if (!orders.deleteUnlessAt(id, IN_PRODUCTION)) {
            forget(intention);
            orders.required(id);
            throw inProduction();
        }
        int returned = ledger.giveBack(order.number(), by.userId());
        forget(intention);
        return returned;
    }

    /** Gives back the stock of orders whose deletion was interrupted after they were gone. */
    void recover() {
        for (Document intention : intentions.find()) {
            if (orders.byId(intention.getString("order_id")).isEmpty()) {
                ledger.giveBack(intention.getString("order_number"), intention.getString("created_by"));
            }
            forget(intention);
        }
    }

    private Document write(Order order, Caller by) {
        Document intention = new Document("id", UUID.randomUUID().toString())
                .append("order_id", order.id())
                .append("order_number", order.number())
                .append("created_by", by.userId())
                .append("created_at", Date.from(clock.instant()));
        intentions.insertOne(intention);
        return intention;
    }

    private void forget(Document intention) {
        intentions.deleteOne(Filters.eq("id", intention.getString("id")));
    }

    private static Refusal inProduction() {
        return Refusal.badRequest("The order is in production and cannot be deleted");
    }
}
