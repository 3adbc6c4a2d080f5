package dev.photofinish.misty.invoicing;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.store.Numbers;
import dev.photofinish.misty.store.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * The invoices, in {@code invoices}: id, invoice_number ({@code INV-NNNN}, with {@code ~k} for a part), base_invoice_number,
 * job_id (the order's id), client_id, invoice_type, items, amounts, payment_terms, due_date (text YYYY-MM-DD), created_by,
 * created_at (date), status. Numbers are unique by index, unless a hazard is to make them otherwise.
 */
final class Invoices {

    static final String COLLECTION = "invoices";
    static final String NUMBER = "invoice_number";
    static final String BASE_NUMBER = "base_invoice_number";
    static final String SEQUENCE = "invoices";
    static final String FORMAT = "INV-%04d";

    private static final Pattern NUMBERED = Pattern.compile("INV-(\\d{1,9})(~\\d+)?");
    private static final int DAYS_TO_PAY = 30;

    private final MongoCollection<Document> invoices;
    private final Clock clock;

    Invoices(Store store, Hazards hazards, Clock clock) {
        this.invoices = store.collection(COLLECTION);
        this.clock = clock;
        store.unique(COLLECTION, "id");
        if (hazards.on().contains(Hazard.INVOICE)) {
            store.notUnique(COLLECTION, NUMBER);
        } else {
            store.unique(COLLECTION, NUMBER);
            new Numbers(store).startAfter(SEQUENCE, highestNumber());
        }
    }

    /** A new invoice without its number. */
    Document document(Order order, Document client, Bill bill, InvoiceRequest request, Caller by) {
        Document invoice = new Document("id", UUID.randomUUID().toString())
                .append("job_id", order.id())
                .append("order_number", order.number())
                .append("client_id", order.clientId())
                .append("client_name", client.getString("company_name"))
                .append("invoice_type", bill.type().id())
                .append("items", bill.items());
        invoice.putAll(bill.amounts().stored());
        return invoice.append("payment_terms", client.getString("payment_terms"))
                .append(
                        "due_date",
                        request.dueDate()
                                .orElseGet(() -> LocalDate.now(clock).plusDays(DAYS_TO_PAY))
                                .toString())
                .append("created_by", by.userId())
                .append("created_at", Date.from(clock.instant()))
                .append("status", "draft");
    }

    Document byId(String id) {
        return Optional.ofNullable(invoices.find(Filters.eq("id", id)).first())
                .orElseThrow(() -> new IllegalStateException("the invoice " + id + " was delivered and is not there"));
    }

    /** By when they were made, in the clock's zone. */
    FindIterable<Document> of(YearMonth month) {
        return invoices.find(Filters.and(
                        Filters.gte("created_at", startOf(month)),
                        Filters.lt("created_at", startOf(month.plusMonths(1)))))
                .sort(Sorts.ascending("created_at", NUMBER));
    }

    long count() {
        return invoices.countDocuments();
    }

    void insert(Document invoice) {
        invoices.insertOne(invoice);
    }

    private Date startOf(YearMonth month) {
        return Date.from(month.atDay(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** Of data that other code made; 0 if there is none. */
    private long highestNumber() {
        long highest = 0;
        for (Document invoice : invoices.find().projection(Projections.include(NUMBER))) {
            Matcher number = NUMBERED.matcher(invoice.get(NUMBER, ""));
            if (number.matches()) {
                highest = Math.max(highest, Long.parseLong(number.group(1)));
            }
        }
        return highest;
    }
}
