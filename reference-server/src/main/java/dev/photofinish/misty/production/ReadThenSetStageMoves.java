package dev.photofinish.misty.production;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * Hazard {@code stage-move}, the original's pattern: the stage that the user saw is written to the log and never compared,
 * the new one is set whatever the order's stage has become. Two equal moves are both accepted and both logged.
 */
final class ReadThenSetStageMoves implements StageMoves {

    private final MongoCollection<Document> orders;
    private final ProductionLog log;
    private final Archive archive;
    private final Ledger ledger;
    private final Hazards hazards;
    private final InstantSource clock;

    ReadThenSetStageMoves(
            Store store, ProductionLog log, Archive archive, Ledger ledger, Hazards hazards, InstantSource clock) {
        this.orders = store.collection(Orders.COLLECTION);
        this.log = log;
        this.archive = archive;
        this.ledger = ledger;
        this.hazards = hazards;
        this.clock = clock;
    }

    @Override
    public void make(Order seen, Move move, Caller by) {
        hazards.pause();
        if (move.to() == Stage.CLEARED) {
            clear(seen, by);
        }
        orders.updateOne(
                Filters.eq(Order.ID, seen.id()),
                Updates.combine(
                        Updates.set(Order.STAGE, move.to().id()),
                        Updates.set("updated_at", Date.from(clock.instant()))));
        log.insert(log.entry(seen, move.to(), by, move.notes().orElse(""))
                .append("from_stage", move.from().id()));
    }

    private void clear(Order order, Caller by) {
        ledger.archive(order.number(), by.userId(), "Order cleared");
        archive.insert(archive.copy(order, by).append("id", UUID.randomUUID().toString()));
        orders.updateOne(Filters.eq(Order.ID, order.id()), Updates.set(Order.STATUS, OrderStatus.ARCHIVED.id()));
    }
}
