package dev.photofinish.misty.production;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.store.Outbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One conditional update: the order moves only from the stage that the user saw. The log entry, and for {@code cleared} the
 * archive, wait in the order's outbox from that moment on, so that a move and its traces happen together or not at all.
 */
final class GuardedStageMoves implements StageMoves {

    private final Orders orders;
    private final ProductionLog log;
    private final Outbox outbox;
    private final InstantSource clock;

    GuardedStageMoves(Orders orders, ProductionLog log, Outbox outbox, InstantSource clock) {
        this.orders = orders;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void make(Order seen, Move move, Caller by) {
        Order current = seen;
        Optional<Order> moved = Optional.empty();
        while (moved.isEmpty()) {
            if (current.stage() != move.from()) {
                throw move.lostTo(current);
            }
            moved = orders.changeIf(current.id(), unchanged(current), change(current, move, by));
            if (moved.isEmpty()) {
                // Somebody changed the order meanwhile, perhaps only its notes: whether its stage too, the next round
                // tells.
                current = orders.required(current.id());
            }
        }
        outbox.deliver(Orders.COLLECTION, moved.get().document());
    }

    /** The version too, so that the log entry and {@code field_versions} can name the next one. */
    private static Bson unchanged(Order seen) {
        return and(
                eq(Order.STAGE, seen.stage().id()),
                eq(Order.VERSION, seen.document().get(Order.VERSION)));
    }

    private Bson change(Order seen, Move move, Caller by) {
        List<Document> consequences = new ArrayList<>();
        consequences.add(Outbox.insert(
                ProductionLog.COLLECTION,
                log.entry(seen, move.to(), by, move.notes().orElse(""))));
        List<Bson> changes = new ArrayList<>();
        changes.add(Updates.set(Order.STAGE, move.to().id()));
        changes.add(Updates.set(Order.FIELD_VERSIONS + "." + Order.STAGE, seen.version() + 1));
        changes.add(Updates.set("updated_at", Date.from(clock.instant())));
        if (move.to() == Stage.CLEARED) {
            Clearing clearing = new Clearing(seen, by, clock.instant());
            consequences.add(Outbox.insert(Archive.COLLECTION, clearing.copy()));
            consequences.add(Outbox.assign("stock_movements", clearing.allocations(), clearing.archivedFields()));
            changes.add(Updates.set(Order.STATUS, OrderStatus.ARCHIVED.id()));
            changes.add(Updates.set(Order.FIELD_VERSIONS + "." + Order.STATUS, seen.version() + 1));
        }
        changes.add(Outbox.put(consequences));
        return Updates.combine(changes);
    }
}
