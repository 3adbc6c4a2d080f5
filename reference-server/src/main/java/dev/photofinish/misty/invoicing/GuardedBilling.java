package dev.photofinish.misty.invoicing;

import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.production.ProductionLog;
import dev.photofinish.misty.store.Numbering;
import dev.photofinish.misty.store.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One conditional update marks the order and puts the invoice into its outbox. The number is taken afterwards, at the
 * delivery: who loses the race takes none, and an interrupted server goes on where it was.
 */
final class GuardedBilling implements Billing {

    private final Orders orders;
    private final Clients clients;
    private final Invoices invoices;
    private final ProductionLog log;
    private final Outbox outbox;

    GuardedBilling(Orders orders, Clients clients, Invoices invoices, ProductionLog log, Outbox outbox) {
        this.orders = orders;
        this.clients = clients;
        this.invoices = invoices;
        this.log = log;
        this.outbox = outbox;
    }

    @Override
    public Document bill(String orderId, InvoiceRequest request, Caller by) {
        Order seen = orders.required(orderId);
        Document client = clients.required(seen.clientId());
        int partsSeen = new Account(seen).history().size();
        List<Document> made = new ArrayList<>();
        Order billed = orders.change(seen, current -> {
            Account account = new Account(current);
            Bill bill = Bill.judged(account, request);
            if (account.history().size() != partsSeen) {
                throw Refusal.conflict("Somebody else has just invoiced a part of this order");
            }
            Document invoice = invoices.document(current, client, bill, request, by);
            made.add(invoice);
            return Updates.combine(marks(current, bill, invoice), Outbox.put(consequences(current, bill, invoice, by)));
        });
        outbox.deliver(Orders.COLLECTION, billed.document());
        return invoices.byId(made.getLast().getString("id"));
    }

    private List<Document> consequences(Order order, Bill bill, Document invoice, Caller by) {
        List<Document> consequences = new ArrayList<>();
        consequences.add(Outbox.insertNumbered(
                Invoices.COLLECTION,
                invoice,
                new Numbering(
                        Invoices.SEQUENCE, Invoices.FORMAT, Invoices.BASE_NUMBER, Invoices.NUMBER, bill.suffix())));
        if (bill.completes() && order.stage() != Stage.ACCOUNTING_TRANSACTION) {
            consequences.add(Outbox.insert(
                    ProductionLog.COLLECTION, log.entry(order, Stage.ACCOUNTING_TRANSACTION, by, "Invoiced")));
        }
        return consequences;
    }

    private static Bson marks(Order order, Bill bill, Document invoice) {
        List<Bson> marks = new ArrayList<>();
        if (bill.type() == InvoiceType.PARTIAL) {
            marks.add(Updates.push(Account.HISTORY, entry(bill, invoice)));
            marks.add(order.set("fully_invoiced", bill.completes()));
        }
        if (bill.completes()) {
            marks.add(order.set(Account.INVOICED, true));
            marks.add(order.set(Order.STAGE, Stage.ACCOUNTING_TRANSACTION.id()));
            marks.add(order.set(Order.STATUS, OrderStatus.ACCOUNTING_DRAFT.id()));
        }
        return Updates.combine(marks);
    }

    /** The invoice's number is that of the order's first one, and this suffix. */
    private static Document entry(Bill bill, Document invoice) {
        Document entry = new Document("invoice_id", invoice.getString("id"))
                .append("suffix", bill.suffix())
                .append("items", bill.items());
        entry.putAll(bill.amounts().stored());
        return entry.append("created_by", invoice.get("created_by")).append("created_at", invoice.get("created_at"));
    }
}
