package dev.photofinish.misty.production;

import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One conditional update: the order moves only from the stage that the user saw. The log entry, and for {@code cleared} the
 * archive, wait in the order's outbox from that moment on, so that a move and its traces happen together or not at all.
 */
final class GuardedStageMoves implements StageMoves {

    private final Orders orders;
    private final ProductionLog log;
    private final Archive archive;
    private final Ledger ledger;
    private final Outbox outbox;

    GuardedStageMoves(Orders orders, ProductionLog log, Archive archive, Ledger ledger, Outbox outbox) {
        this.orders = orders;
        this.log = log;
        this.archive = archive;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    @Override
    public void make(Order seen, Move move, Caller by) {
        Order moved = orders.change(seen, current -> {
            if (current.stage() != move.from()) {
                throw move.lostTo(current);
            }
            return change(current, move, by);
        });
        outbox.deliver(Orders.COLLECTION, moved.document());
    }

    private Bson change(Order seen, Move move, Caller by) {
        List<Document> consequences = new ArrayList<>();
        consequences.add(Outbox.insert(
                ProductionLog.COLLECTION,
                log.entry(seen, move.to(), by, move.notes().orElse(""))));
        List<Bson> changes = new ArrayList<>();
        changes.add(seen.set(Order.STAGE, move.to().id()));
        if (move.to() == Stage.CLEARED) {
            consequences.add(Outbox.insert(Archive.COLLECTION, archive.copy(seen, by)));
            consequences.add(ledger.archiving(seen.number(), by.userId(), "Order cleared"));
            changes.add(seen.set(Order.STATUS, OrderStatus.ARCHIVED.id()));
        }
        changes.add(Outbox.put(consequences));
        return Updates.combine(changes);
    }
}
