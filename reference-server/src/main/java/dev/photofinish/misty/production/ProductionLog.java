package dev.photofinish.misty.production;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * The moves of the orders, in {@code production_logs}: id, order_id, order_number, from_stage, to_stage, moved_by, notes,
 * timestamp (date), order_version. Read by version they are a path: each begins where the one before ended.
 */
public final class ProductionLog {

    public static final String COLLECTION = "production_logs";

    private final MongoCollection<Document> logs;
    private final InstantSource clock;

    public ProductionLog(Store store, InstantSource clock) {
        this.logs = store.collection(COLLECTION);
        this.clock = clock;
        store.unique(COLLECTION, "id");
    }

    /** The entry of a move that makes the order its next version; the caller has it inserted. */
    public Document entry(Order seen, Stage to, Caller by, String notes) {
        return new Document("id", UUID.randomUUID().toString())
                .append("order_id", seen.id())
                .append("order_number", seen.number())
                .append("from_stage", seen.stage().id())
                .append("to_stage", to.id())
                .append("moved_by", by.userId())
                .append("notes", notes)
                .append("timestamp", Date.from(clock.instant()))
                .append("order_version", seen.version() + 1);
    }

    FindIterable<Document> of(String orderId) {
        return logs.find(Filters.eq("order_id", orderId)).sort(Sorts.ascending("order_version", "timestamp"));
    }

    void insert(Document entry) {
        logs.insertOne(entry);
    }
}
