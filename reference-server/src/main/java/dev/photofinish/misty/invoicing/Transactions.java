package dev.photofinish.misty.invoicing;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.production.Archive;
import dev.photofinish.misty.production.ProductionLog;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The way of an order through the accounts: waiting for its invoice, then for its transaction, then cleared. */
final class Transactions {

    private final MongoCollection<Document> stored;
    private final Orders orders;
    private final ProductionLog log;
    private final Ledger ledger;
    private final Outbox outbox;

    Transactions(Store store, Orders orders, ProductionLog log, Ledger ledger, Outbox outbox) {
        this.stored = store.collection(Orders.COLLECTION);
        this.orders = orders;
        this.log = log;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    FindIterable<Document> awaitingInvoice() {
        return atStage(Stage.INVOICING, Filters.ne(Account.INVOICED, true));
    }

    FindIterable<Document> awaitingTransaction() {
        return atStage(Stage.ACCOUNTING_TRANSACTION, Filters.empty());
    }

    /**
     * Clears the order and archives it, with its allocations of stock, once.
     *
     * @throws Refusal 400 unless it is at accounting_transaction, 404
     */
    void complete(String orderId, Caller by) {
        Order completed = orders.change(orders.required(orderId), current -> {
            if (current.stage() != Stage.ACCOUNTING_TRANSACTION) {
                throw Refusal.badRequest("The order must be at accounting_transaction for this, it is at "
                        + current.stage().id());
            }
            return clearing(current, by);
        });
        outbox.deliver(Orders.COLLECTION, completed.document());
    }

    private Bson clearing(Order order, Caller by) {
        return Updates.combine(
                order.set(Order.STAGE, Stage.CLEARED.id()),
                order.set(Order.STATUS, OrderStatus.COMPLETED.id()),
                Outbox.put(List.of(
                        Outbox.insert(
                                ProductionLog.COLLECTION, log.entry(order, Stage.CLEARED, by, "Transaction completed")),
                        Outbox.insert(Archive.COLLECTION, Archive.copy(order, OrderStatus.COMPLETED)),
                        ledger.archiving(order.number(), by.userId(), "Transaction completed"))));
    }

    private FindIterable<Document> atStage(Stage stage, Bson more) {
        return stored.find(Filters.and(Filters.eq(Order.STAGE, stage.id()), more))
                .sort(Sorts.ascending("due_date"));
    }
}
