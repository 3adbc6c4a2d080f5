package dev.photofinish.misty.production;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.stock.Ledger;
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

    /** Every further try means that another change succeeded in between. */
    private static final int TRIES = 50;

    private final Orders orders;
    private final ProductionLog log;
    private final Archive archive;
    private final Ledger ledger;
    private final Outbox outbox;
    private final InstantSource clock;

    GuardedStageMoves(
            Orders orders, ProductionLog log, Archive archive, Ledger ledger, Outbox outbox, InstantSource clock) {
        this.orders = orders;
        this.log = log;
        this.archive = archive;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void make(Order seen, Move move, Caller by) {
        Order current = seen;
        for (int tries = 0; tries < TRIES; tries++) {
            if (current.stage() != move.from()) {
                throw move.lostTo(current);
            }
            Optional<Order> moved = orders.changeIf(current.id(), unchanged(current), change(current, move, by));
            if (moved.isPresent()) {
                outbox.deliver(Orders.COLLECTION, moved.get().document());
                return;
            }
            // Somebody changed the order meanwhile, perhaps only its notes: whether its stage too, the next round
            // tells.
            current = orders.required(current.id());
        }
        throw Refusal.conflict("The order is being changed by others faster than it can be moved; try again");
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
            consequences.add(Outbox.insert(Archive.COLLECTION, archive.copy(seen, by)));
            consequences.add(ledger.archiving(seen.number(), by.userId(), "Order cleared"));
            changes.add(Updates.set(Order.STATUS, OrderStatus.ARCHIVED.id()));
            changes.add(Updates.set(Order.FIELD_VERSIONS + "." + Order.STATUS, seen.version() + 1));
        }
        changes.add(Outbox.put(consequences));
        return Updates.combine(changes);
    }
}
