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
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The lots of finished goods, in {@code raw_substrate_stock}: so much of a client's product. Every change of a quantity puts
 * its movement into the lot's outbox in the same atomic update. Safe for any thread.
 */
public final class Lots {

    static final String COLLECTION = "raw_substrate_stock";
    static final String ON_HAND = "quantity_on_hand";

    private static final Bson OLDEST_FIRST = Sorts.ascending("created_at", "_id");

    /** Every further try means that somebody else changed the lot in between; so many within moments are no accident. */
    private static final int TRIES = 50;

    private final MongoCollection<Document> lots;
    private final Ledger ledger;
    private final Outbox outbox;
    private final InstantSource clock;

    public Lots(Store store, Ledger ledger, InstantSource clock) {
        this.lots = store.collection(COLLECTION);
        this.ledger = ledger;
        this.outbox = new Outbox(store);
        this.clock = clock;
        store.unique(COLLECTION, "id");
        lots.createIndex(Indexes.ascending("product_id", "client_id"));
    }

    static Quantity onHand(Document lot) {
        return Quantity.of(lot.get(ON_HAND, Number.class));
    }

    /** Makes a lot, with the movement that explains its first quantity, and answers its id. */
    String create(NewLot body, Caller by) {
        String id = UUID.randomUUID().toString();
        Document movement = ledger.change(
                id,
                Quantity.NONE,
                body.quantity(),
                new Ledger.Reason(body.sourceOrderId(), "order", "Stock entry created"),
                by);
        Document lot = new Document("id", id);
        lot.putAll(body.fields());
        lot.append("created_by", by.userId())
                .append("created_at", now())
                .append("updated_at", now())
                .append(Outbox.FIELD, List.of(Outbox.insert(Ledger.COLLECTION, movement)));
        lots.insertOne(lot);
        deliver(lot);
        return id;
    }

    FindIterable<Document> list(Bson filter) {
        return lots.find(filter).sort(OLDEST_FIRST);
    }

    List<String> ids(Bson filter) {
        return lots.find(filter).map(lot -> lot.getString("id")).into(new ArrayList<>());
    }

    /** The oldest lot of the client's product that is not empty. */
    Optional<Document> available(String productId, String clientId) {
        return first(Filters.and(of(productId, clientId), Filters.gt(ON_HAND, 0)));
    }

    Optional<Document> withEnough(AllocationRequest request) {
        return first(enough(request));
    }

    /** Takes the quantity from the oldest lot that has it, in one update; answers the lot with what it has left. */
    Optional<Document> take(AllocationRequest request, Document movement) {
        return Optional.ofNullable(lots.findOneAndUpdate(
                enough(request),
                Updates.combine(
                        Updates.inc(ON_HAND, request.quantity().negated().stored()),
                        Updates.set("updated_at", now()),
                        Outbox.put(List.of(Outbox.insertLinked(Ledger.COLLECTION, movement, "stock_id")))),
                new FindOneAndUpdateOptions().sort(OLDEST_FIRST).returnDocument(ReturnDocument.AFTER)));
    }

    /** What racy code does: the quantity becomes what it was told, whatever it is by now. */
    void overwriteOnHand(Document lot, Quantity quantity) {
        lots.updateOne(
                Filters.eq("id", lot.getString("id")),
                Updates.combine(Updates.set(ON_HAND, quantity.stored()), Updates.set("updated_at", now())));
    }

    /**
     * Corrects a lot. A counted quantity replaces the one on hand only if that is still the one that the movement's
     * difference was computed from.
     *
     * @throws Refusal 404 if there is no such lot, 409 if it changes faster than it can be corrected
     */
    void change(String id, LotChange change, Caller by) {
        for (int tries = 0; tries < TRIES; tries++) {
            Document lot = first(Filters.eq("id", id)).orElseThrow(() -> Refusal.notFound("Stock entry"));
            Optional<Document> changed = tryChange(lot, change, by);
            if (changed.isPresent()) {
                deliver(changed.get());
                return;
            }
        }
        throw Refusal.conflict("The stock entry is being changed by others");
    }

    /**
     * Deletes a lot and its movements.
     *
     * @throws Refusal 404 if there is no such lot
     */
    void delete(String id) {
        if (lots.deleteOne(Filters.eq("id", id)).getDeletedCount() == 0) {
            throw Refusal.notFound("Stock entry");
        }
        ledger.forget(id);
    }

    /** Writes into the ledger what waits in the lot, as an update returned it. */
    void deliver(Document lot) {
        if (!outbox.deliver(COLLECTION, lot)) {
            // Deleted meanwhile, with its movements: the one just written must not be left over.
            ledger.forget(lot.getString("id"));
        }
    }

    /** Writes into the ledger what interrupted requests left. */
    void recover() {
        outbox.deliverAll(COLLECTION);
    }

    private Optional<Document> tryChange(Document lot, LotChange change, Caller by) {
        Document fields = change.fields().append("updated_at", now());
        Optional<Quantity> counted =
                change.counted().filter(quantity -> !quantity.minus(onHand(lot)).isZero());
        Bson update = counted.map(quantity -> Updates.combine(
                        new Document("$set", fields.append(ON_HAND, quantity.stored())),
                        Outbox.put(List.of(correction(lot, quantity, by)))))
                .orElseGet(() -> new Document("$set", fields));
        Bson unchanged = change.counted().isPresent() ? Filters.eq(ON_HAND, lot.get(ON_HAND)) : Filters.empty();
        return Optional.ofNullable(lots.findOneAndUpdate(
                Filters.and(Filters.eq("id", lot.getString("id")), unchanged),
                update,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    private Document correction(Document lot, Quantity counted, Caller by) {
        String id = lot.getString("id");
        var reason = new Ledger.Reason(id, "manual_adjustment", "Quantity corrected");
        return Outbox.insert(Ledger.COLLECTION, ledger.change(id, onHand(lot), counted, reason, by));
    }

    private Optional<Document> first(Bson filter) {
        return Optional.ofNullable(lots.find(filter).sort(OLDEST_FIRST).first());
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static Bson enough(AllocationRequest request) {
        return Filters.and(
                of(request.productId(), request.clientId()),
                Filters.gte(ON_HAND, request.quantity().stored()));
    }

    private static Bson of(String productId, String clientId) {
        return Filters.and(Filters.eq("product_id", productId), Filters.eq("client_id", clientId));
    }
}
