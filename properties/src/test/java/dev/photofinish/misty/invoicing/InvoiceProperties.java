package dev.photofinish.misty.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.production.ProductionLog;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import dev.photofinish.properties.arena.Arena;
import dev.photofinish.properties.arena.Falsified;
import dev.photofinish.properties.arena.Played;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four users invoice orders, the same one or another, by any schedule of their commands. */
class InvoiceProperties {

    private static final Clock CLOCK = Clock.systemUTC();

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Property(tries = 100, seed = "61")
    void everyOrderIsInvoicedOnceUnderANumberOfItsOwn(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(max = 1) Integer> orders,
            @ForAll @Size(max = 24) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertInvoicedOnce(Hazards.none(), orders, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "62")
    void withItsHazardOnOneIsInvoicedTwice(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(max = 1) Integer> orders,
            @ForAll @Size(max = 24) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertInvoicedOnce(Arena.only(Hazard.INVOICE), orders, schedule);
    }

    private static void assertInvoicedOnce(Hazards hazards, List<Integer> orders, List<Integer> schedule)
            throws InterruptedException {
        Ledgers ledgers = new Ledgers(hazards);
        long before = ledgers.invoices.count();

        Played played = ARENA.play(orders, ledgers::bill, schedule);

        long different = orders.stream().distinct().count();
        assertThat(played.acceptances()).as("invoices by %s", played.schedule()).isEqualTo((int) different);
        assertThat(ledgers.numbers())
                .as("the numbers after those that there were, without holes")
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 1, before + different)
                        .mapToObj(Invoices.FORMAT::formatted)
                        .toList());
    }

    /** Two orders of a client, ready to be invoiced. */
    private static final class Ledgers {

        private final Store store;
        private final List<String> ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(2).toList();
        private final Invoices invoices;
        private final Billing billing;

        Ledgers(Hazards hazards) {
            store = ARENA.store(hazards);
            Orders orders = new Orders(store, CLOCK);
            Clients clients = new Clients(store, CLOCK);
            invoices = new Invoices(store, hazards, CLOCK);
            billing = hazards.choose(
                    Hazard.INVOICE,
                    () -> new CountedInvoices(orders, clients, invoices, store, hazards),
                    () -> new GuardedBilling(
                            orders, clients, invoices, new ProductionLog(store, CLOCK), new Outbox(store)));
            store.collection("clients")
                    .insertOne(new Document("id", ids.getFirst())
                            .append("company_name", "Converter Pty Ltd")
                            .append("payment_terms", "Net 30 days"));
            ids.forEach(id -> store.collection(Orders.COLLECTION).insertOne(order(id)));
        }

        Document bill(int order, Caller by) {
            return billing.bill(ids.get(order), whole(), by);
        }

        List<String> numbers() {
            return store.collection(Invoices.COLLECTION)
                    .find(Filters.in("job_id", ids))
                    .map(invoice -> invoice.getString(Invoices.NUMBER))
                    .into(new ArrayList<>());
        }

        private static InvoiceRequest whole() {
            return new InvoiceRequest(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private Document order(String id) {
            Document item = new Document("product_id", "product")
                    .append("product_name", "Paper core 76 mm")
                    .append("quantity", 10)
                    .append("unit_price", 10.0)
                    .append("total_price", 100.0);
            return new Document(Order.ID, id)
                    .append(Order.NUMBER, id)
                    .append(Order.CLIENT, ids.getFirst())
                    .append("client_name", "Converter Pty Ltd")
                    .append("items", List.of(item))
                    .append("subtotal", 100.0)
                    .append("discount_percentage", 0.0)
                    .append("discounted_subtotal", 100.0)
                    .append("gst", 10.0)
                    .append("total_amount", 110.0)
                    .append(Order.STATUS, "active")
                    .append(Order.STAGE, Stage.INVOICING.id())
                    .append(Order.VERSION, 1L);
        }
    }
}
