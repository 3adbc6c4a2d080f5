package dev.photofinish.misty.stock;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Why each lot holds what it holds, in {@code stock_movements}: a lot's quantity on hand is the sum of its movements. There
 * are two shapes, as in the original: allocations and returns carry {@code quantity} and a time as text, everything else
 * {@code quantity_change} and a time as a date. Safe for any thread.
 */
public final class Ledger {

    static final String COLLECTION = "stock_movements";

    private static final Bson ACTIVE = Filters.ne("is_archived", true);
    private static final Bson IS_ALLOCATION = Filters.eq("movement_type", "allocation");
    private static final DateTimeFormatter AS_TEXT = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

    private final MongoCollection<Document> movements;
    private final Outbox outbox;
    private final InstantSource clock;

    public Ledger(Store store, InstantSource clock) {
        this.movements = store.collection(COLLECTION);
        this.outbox = new Outbox(store);
        this.clock = clock;
        store.unique(COLLECTION, "id");
        movements.createIndex(Indexes.ascending("stock_id"));
        movements.createIndex(Indexes.ascending("reference"));
    }

    /**
     * Puts an order's allocations into the archive: its goods have left the house and cannot be returned any more.
     *
     * @param by the id of the user who decided it
     */
    public void archive(String reference, String by, String reason) {
        movements.updateMany(allocationsOf(reference), new Document("$set", archived(by, reason)));
    }

    /** The same as {@link #archive}, as a consequence that waits in the outbox of what decided it. */
    public Document archiving(String reference, String by, String reason) {
        Document active = new Document("reference", reference)
                .append("movement_type", "allocation")
                .append("is_archived", false);
        return Outbox.assign(COLLECTION, active, archived(by, reason));
    }

    /**
     * Gives everything that is allocated under the reference back to its lots, each allocation once, however often and by
     * however many this is called: archiving an allocation decides it, and its consequences wait in its outbox.
     *
     * @param by the id of the user who decided it
     * @return how many allocations this call gave back
     */
    public int giveBack(String reference, String by) {
        int returned = 0;
        for (Document allocation : movements.find(allocationsOf(reference)).into(new ArrayList<>())) {
            Document decided = movements.findOneAndUpdate(
                    Filters.and(Filters.eq("id", allocation.getString("id")), ACTIVE),
                    Updates.combine(
                            new Document("$set", archived(by, "order deleted")),
                            Outbox.put(consequencesOfReturning(allocation, by))),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (decided != null) {
                deliver(decided);
                returned++;
            }
        }
        return returned;
    }

    /** A movement that takes goods, not yet in the ledger; the lot it takes them from is added by whoever finds it. */
    Document allocation(AllocationRequest request, Caller by) {
        return new Document("id", UUID.randomUUID().toString())
                .append("product_id", request.productId())
                .append("client_id", request.clientId())
                .append("movement_type", "allocation")
                .append("quantity", request.quantity().negated().stored())
                .append("reference", request.reference().orElse(null))
                .append("created_by", by.userId())
                .append("created_at", AS_TEXT.format(clock.instant()))
                .append("is_archived", false);
    }

    /** A movement that brings a lot from one quantity to another, not yet in the ledger. */
    Document change(String lotId, Quantity before, Quantity after, Reason reason, Caller by) {
        Quantity difference = after.minus(before);
        return new Document("id", UUID.randomUUID().toString())
                .append("stock_type", "raw_substrate")
                .append("stock_id", lotId)
                .append("movement_type", difference.isNegative() ? "consumption" : "addition")
                .append("quantity_change", difference.stored())
                .append("previous_quantity", before.stored())
                .append("new_quantity", after.stored())
                .append("reference_id", reason.referenceId())
                .append("reference_type", reason.referenceType())
                .append("notes", reason.notes())
                .append("created_by", by.userId())
                .append("created_at", Date.from(clock.instant()));
    }

    void insert(Document movement) {
        movements.insertOne(movement);
    }

    FindIterable<Document> ofLots(List<String> lotIds) {
        return newestFirst(Filters.in("stock_id", lotIds));
    }

    FindIterable<Document> activeAllocations(Bson filter) {
        return newestFirst(Filters.and(IS_ALLOCATION, ACTIVE, filter));
    }

    FindIterable<Document> archivedAllocations(Bson filter) {
        return newestFirst(Filters.and(IS_ALLOCATION, Filters.eq("is_archived", true), filter));
    }

    /** Removes the movements of a lot that is no more. */
    void forget(String lotId) {
        movements.deleteMany(Filters.eq("stock_id", lotId));
    }

    /** Finishes returns that were interrupted. */
    void recover() {
        outbox.deliverAll(COLLECTION);
    }

    private void deliver(Document movement) {
        if (!outbox.deliver(COLLECTION, movement)) {
            // The lot was deleted with its movements while goods came back to it.
            forget(movement.getString("stock_id"));
        }
    }

    private List<Document> consequencesOfReturning(Document allocation, String by) {
        String lotId = allocation.getString("stock_id");
        Quantity taken = Quantity.of(allocation.get("quantity", Number.class)).negated();
        Document movement = new Document("id", UUID.randomUUID().toString())
                .append("stock_id", lotId)
                .append("product_id", allocation.getString("product_id"))
                .append("client_id", allocation.getString("client_id"))
                .append("movement_type", "return")
                .append("quantity", taken.stored())
                .append("reference", allocation.getString("reference"))
                .append("created_by", by)
                .append("created_at", AS_TEXT.format(clock.instant()))
                .append("is_archived", false);
        return List.of(
                Outbox.increment(Lots.COLLECTION, lotId, Map.of(Lots.ON_HAND, taken.stored())),
                Outbox.insert(COLLECTION, movement));
    }

    private Document archived(String by, String reason) {
        return new Document("is_archived", true)
                .append("archived_at", Date.from(clock.instant()))
                .append("archived_by", by)
                .append("archived_reason", reason);
    }

    private FindIterable<Document> newestFirst(Bson filter) {
        return movements.find(filter).sort(Sorts.descending("created_at"));
    }

    private static Bson allocationsOf(String reference) {
        return Filters.and(IS_ALLOCATION, ACTIVE, Filters.eq("reference", reference));
    }

    /** What a change of a lot refers to, as the ledger keeps it. */
    record Reason(String referenceId, String referenceType, String notes) {}
}
