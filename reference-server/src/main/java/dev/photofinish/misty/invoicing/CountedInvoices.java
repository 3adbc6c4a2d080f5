package dev.photofinish.misty.invoicing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/**
 * Hazard {@code invoice}, the original's pattern: nobody asks whether the order is invoiced already, the number is the count
 * of invoices plus one, and the history of parts is written whole as it was read. One order is billed twice, two invoices
 * get one number, parts are forgotten.
 */
final class CountedInvoices implements Billing {

    private final Orders orders;
    private final Clients clients;
    private final Invoices invoices;
    private final MongoCollection<Document> stored;
    private final Hazards hazards;

    CountedInvoices(Orders orders, Clients clients, Invoices invoices, Store store, Hazards hazards) {
        this.orders = orders;
        this.clients = clients;
        this.invoices = invoices;
        this.stored = store.collection(Orders.COLLECTION);
        this.hazards = hazards;
    }

    @Override
    public Document bill(String orderId, InvoiceRequest request, Caller by) {
        Order order = orders.required(orderId);
        Document client = clients.required(order.clientId());
        Account account = new Account(order);
        Bill bill = Bill.of(account, request);
        String base = baseNumber(account);

        hazards.pause();

        Document invoice = invoices.document(order, client, bill, request, by)
                .append(Invoices.BASE_NUMBER, base)
                .append(Invoices.NUMBER, base + bill.suffix());
        invoices.insert(invoice);
        stored.updateOne(Filters.eq(Order.ID, orderId), new Document("$set", marks(account, bill, invoice)));
        return invoice;
    }

    private String baseNumber(Account account) {
        return account.history().isEmpty()
                ? String.format(Locale.ROOT, Invoices.FORMAT, invoices.count() + 1)
                : account.history().getFirst().getString(Invoices.BASE_NUMBER);
    }

    private static Document marks(Account account, Bill bill, Document invoice) {
        Document marks = new Document();
        if (bill.type() == InvoiceType.PARTIAL) {
            List<Document> history = new ArrayList<>(account.history());
            history.add(entry(bill, invoice));
            marks.append(Account.HISTORY, history).append("fully_invoiced", bill.completes());
        }
        if (bill.completes()) {
            marks.append(Account.INVOICED, true)
                    .append(Order.STAGE, Stage.ACCOUNTING_TRANSACTION.id())
                    .append(Order.STATUS, OrderStatus.ACCOUNTING_DRAFT.id());
        }
        return marks;
    }

    private static Document entry(Bill bill, Document invoice) {
        Document entry = new Document("invoice_id", invoice.getString("id"))
                .append(Invoices.BASE_NUMBER, invoice.getString(Invoices.BASE_NUMBER))
                .append("suffix", bill.suffix())
                .append("items", bill.items());
        entry.putAll(bill.amounts().stored());
        return entry;
    }
}
