package dev.photofinish.misty.orders;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.clients.OpenOrders;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The orders, in {@code orders}. Safe for any thread. */
public final class Orders implements OpenOrders {

    public static final String COLLECTION = "orders";

    private static final int LIST_CAP = 1000;

    /** Every further try means that another change succeeded in between. */
    private static final int TRIES = 50;

    private final MongoCollection<Document> orders;
    private final Outbox outbox;
    private final InstantSource clock;

    public Orders(Store store, InstantSource clock) {
        this.orders = store.collection(COLLECTION);
        this.outbox = new Outbox(store);
        this.clock = clock;
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
     * Changes the order in one atomic update of exactly what was judged, which makes it a new version. If somebody else
     * changes the order in between, it is read and judged again.
     *
     * @param seen the order as it was read first
     * @param judge throws a refusal, or answers the change that is right for the order as it is
     * @return the order after the change
     * @throws Refusal 404 if the order is gone, or what the judge throws
     */
    public Order change(Order seen, Function<Order, Bson> judge) {
        Order current = seen;
        for (int tries = 0; tries < TRIES; tries++) {
            Bson change = Updates.combine(
                    judge.apply(current),
                    Updates.set(Order.VERSION, current.version() + 1),
                    Updates.set("updated_at", now()));
            // The stage too: code with a hazard on does not always make a new version.
            Bson unchanged = Filters.and(
                    at(current.version()),
                    Filters.eq(Order.STAGE, current.stage().id()));
            Optional<Order> changed = update(current.id(), unchanged, change);
            if (changed.isPresent()) {
                return changed.get();
            }
            current = required(current.id());
        }
        throw Refusal.conflict("The order is being changed by others faster than it can be judged; try again");
    }

    @Override
    public boolean existFor(String clientId) {
        Bson open = Filters.nin(Order.STATUS, OrderStatus.COMPLETED.id(), OrderStatus.CANCELLED.id());
        return orders.find(Filters.and(Filters.eq(Order.CLIENT, clientId), open))
                        .first()
                != null;
    }

    /** The newest orders that are neither completed nor cleared. */
    FindIterable<Document> unfinished() {
        return newest(Filters.and(
                Filters.ne(Order.STATUS, OrderStatus.COMPLETED.id()), Filters.ne(Order.STAGE, Stage.CLEARED.id())));
    }

    FindIterable<Document> withStatus(OrderStatus status) {
        return newest(Filters.eq(Order.STATUS, status.id()));
    }

    /** Whether the order was inserted; if not, its number is taken. */
    boolean insert(Order order) {
        try {
            orders.insertOne(order.document());
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Writes the changes if the order is at that version, and remembers the edit's fields as changed by the next one.
     *
     * @return the order after the change; empty if there is no such order, or it is at another version
     */
    Optional<Order> editAt(String id, long version, Document changes, OrderEdit edit) {
        Document set = new Document(changes);
        edit.changes().keySet().forEach(field -> set.append(Order.FIELD_VERSIONS + "." + field, version + 1));
        set.append(Order.VERSION, version + 1).append("updated_at", now());
        return update(id, at(version), new Document("$set", set));
    }

    /** What racy code does: the order becomes what was read, with the edit's fields changed, whatever it is by now. */
    Order replace(Order read, OrderEdit edit) {
        Document whole = new Document(read.document());
        whole.putAll(edit.changesOf(read));
        whole.append(Order.VERSION, read.version() + 1).append("updated_at", now());
        if (orders.replaceOne(Filters.eq(Order.ID, read.id()), whole).getMatchedCount() == 0) {
            throw Refusal.notFound("Order");
        }
        return new Order(whole);
    }

    void delete(String id) {
        orders.deleteOne(Filters.eq(Order.ID, id));
    }

    /** Whether this call deleted the order; not if it is at one of the stages, or was gone before. */
    boolean deleteUnlessAt(String id, Set<Stage> stages) {
        Bson elsewhere = Filters.nin(Order.STAGE, stages.stream().map(Stage::id).toList());
        return orders.deleteOne(Filters.and(Filters.eq(Order.ID, id), elsewhere))
                        .getDeletedCount()
                > 0;
    }

    /** Delivers what interrupted requests left in the orders' outboxes. */
    void recover() {
        outbox.deliverAll(COLLECTION);
    }

    private Optional<Order> update(String id, Bson condition, Bson change) {
        Document changed = orders.findOneAndUpdate(
                Filters.and(Filters.eq(Order.ID, id), condition),
                change,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(changed).map(Order::new);
    }

    private FindIterable<Document> newest(Bson filter) {
        return orders.find(filter).sort(Sorts.descending("created_at")).limit(LIST_CAP);
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    /** Orders of the application's earlier revision have no version; they count as the first. */
    private static Bson at(long version) {
        Bson exactly = Filters.eq(Order.VERSION, version);
        return version == 1 ? Filters.or(exactly, Filters.exists(Order.VERSION, false)) : exactly;
    }
}
