package dev.photofinish.misty.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.MistyClient;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.TestOrders;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.store.Numbering;
import dev.photofinish.misty.store.Outbox;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class InvoicesTest {

    private final TestDatabase database;
    private TestMisty misty;
    private MistyClient admin;

    InvoicesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
        admin = misty.as("admin");
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void aFullInvoiceBillsTheOrderAndMovesItToTheAccounts() {
        String order = TestOrders.insert(misty, "invoicing");

        var reply = generate(order, "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/invoice_number")).isEqualTo("INV-0001");
        assertThat(reply.body().at("/xero_draft_created").asBoolean(true)).isFalse();
        Document invoice = misty.document("invoices", reply.text("/invoice_id"));
        assertThat(invoice.getString("job_id")).isEqualTo(order);
        assertThat(invoice.getString("client_id")).isEqualTo(TestOrders.CLIENT);
        assertThat(invoice.getString("payment_terms")).isEqualTo("Net 30 days");
        assertThat(invoice.getDouble("subtotal")).isEqualTo(100.0);
        assertThat(invoice.getDouble("gst")).isEqualTo(10.0);
        assertThat(invoice.getDouble("total_amount")).isEqualTo(110.0);
        Document billed = misty.document("orders", order);
        assertThat(billed.getBoolean("invoiced")).isTrue();
        assertThat(billed.getString("current_stage")).isEqualTo("accounting_transaction");
        assertThat(billed.getString("status")).isEqualTo("accounting_draft");
        assertThat(billed.getLong("version")).isEqualTo(2);
        assertThat(logs(order)).hasSize(1);
    }

    @Test
    void ofManyFullInvoicesOneIsMadeAndNoNumberIsLost() {
        String order = TestOrders.insert(misty, "invoicing");

        var replies = Contenders.together(10, () -> generate(order, "'invoice_type': 'full'"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(invoices(order)).hasSize(1);
        assertThat(logs(order)).hasSize(1);
        assertThat(generate(TestOrders.insert(misty, "invoicing"), "").text("/invoice_number"))
                .isEqualTo("INV-0002");
    }

    @Test
    void manyOrdersAtOnceGetNumbersInARow() {
        List<String> orders = IntStream.range(0, 8)
                .mapToObj(i -> TestOrders.insert(misty, "invoicing"))
                .toList();
        Iterator<String> waiting = orders.iterator();

        var replies = Contenders.together(8, () -> generate(next(waiting), ""));

        assertThat(replies)
                .extracting(reply -> reply.text("/invoice_number"))
                .containsExactlyInAnyOrder(
                        "INV-0001", "INV-0002", "INV-0003", "INV-0004", "INV-0005", "INV-0006", "INV-0007", "INV-0008");
    }

    @Test
    void partsShareANumberUntilTheOrderIsBilled() {
        String order = TestOrders.insert(misty, "invoicing");

        assertThat(part(order, 4).text("/invoice_number")).isEqualTo("INV-0001~1");
        assertThat(misty.document("orders", order).getString("current_stage")).isEqualTo("invoicing");
        assertThat(part(order, 6).text("/invoice_number")).isEqualTo("INV-0001~2");

        Document billed = misty.document("orders", order);
        assertThat(billed.getString("current_stage")).isEqualTo("accounting_transaction");
        assertThat(billed.getBoolean("fully_invoiced")).isTrue();
        assertThat(billed.getList("invoice_history", Document.class))
                .extracting(entry -> entry.getDouble("subtotal"))
                .containsExactly(40.0, 60.0);
        assertThat(part(order, 1).status()).isEqualTo(409);
    }

    @Test
    void theRestCanBeBilledInFull() {
        String order = TestOrders.insert(misty, "invoicing");
        part(order, 4);

        var rest = generate(order, "");

        assertThat(rest.text("/invoice_number")).isEqualTo("INV-0001");
        Document invoice = misty.document("invoices", rest.text("/invoice_id"));
        assertThat(invoice.getDouble("subtotal")).isEqualTo(60.0);
        assertThat(invoice.getList("items", Document.class).getFirst().getDouble("quantity"))
                .isEqualTo(6.0);
        assertThat(generate(order, "").status()).isEqualTo(409);
    }

    @Test
    void noMoreIsBilledThanWasOrdered() {
        String order = TestOrders.insert(misty, "invoicing");

        var replies = Contenders.together(4, () -> part(order, 5));
        while (part(order, 5).status() == 200) {
            assertThat(invoices(order)).hasSizeLessThanOrEqualTo(2);
        }

        assertThat(replies).extracting(Reply::status).contains(200).isSubsetOf(200, 400, 409);
        assertThat(invoices(order)).hasSize(2);
        assertThat(invoices(order))
                .extracting(invoice -> invoice.getString("invoice_number"))
                .doesNotHaveDuplicates();
        assertThat(misty.document("orders", order).getList("invoice_history", Document.class))
                .hasSize(2);
    }

    @Test
    void aPartAboveTheRestIsRefused() {
        String order = TestOrders.insert(misty, "invoicing");
        part(order, 4);

        assertThat(part(order, 7).status()).isEqualTo(400);
        assertThat(generate(order, "'invoice_type': 'partial', 'subtotal': 60.02")
                        .status())
                .isEqualTo(400);
        assertThat(generate(order, "'invoice_type': 'partial'").status()).isEqualTo(400);
        assertThat(invoices(order)).hasSize(1);
    }

    @Test
    void amountsOfTheCallerMustAddUp() {
        String order = TestOrders.insert(misty, "invoicing");

        assertThat(generate(order, "'subtotal': 100, 'gst': 10, 'total_amount': 111")
                        .status())
                .isEqualTo(400);
        assertThat(generate(order, "'subtotal': -1").status()).isEqualTo(422);
        assertThat(generate(order, "'subtotal': '100'").status()).isEqualTo(422);
        assertThat(generate(order, "'subtotal': 1e999").status()).isEqualTo(422);
        assertThat(generate(order, "'invoice_type': 'half'").status()).isEqualTo(422);
        assertThat(generate(order, "'items': [{'product_id': {'$ne': 1}, 'quantity': 1}]")
                        .status())
                .isEqualTo(422);
        assertThat(generate(order, "'subtotal': 90, 'gst': 9, 'total_amount': 99, 'due_date': '2026-04-01'")
                        .status())
                .isEqualTo(200);
        assertThat(invoices(order).getFirst().getString("due_date")).isEqualTo("2026-04-01");
    }

    @Test
    void onlyAdminAndManagerInvoice() {
        String order = TestOrders.insert(misty, "invoicing");

        for (String user : List.of("sales-a", "production-a")) {
            MistyClient client = misty.as(user);
            assertThat(client.post("/api/invoicing/generate/" + order, "{}").status())
                    .isEqualTo(403);
            assertThat(client.get("/api/invoicing/live-jobs").status()).isEqualTo(403);
            assertThat(client.post("/api/invoicing/complete-transaction/" + order, "")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(misty.as("manager-a")
                        .post("/api/invoicing/generate/" + order, "{}")
                        .status())
                .isEqualTo(200);
        assertThat(generate("nothing", "").status()).isEqualTo(404);
    }

    @Test
    void jobsGoFromLiveToTransactionToArchive() {
        String order = TestOrders.insert(misty, "invoicing");

        assertThat(ids(admin.get("/api/invoicing/live-jobs"))).containsExactly(order);
        assertThat(complete(order).status()).isEqualTo(400);
        generate(order, "");
        assertThat(ids(admin.get("/api/invoicing/live-jobs"))).isEmpty();
        assertThat(ids(admin.get("/api/invoicing/accounting-transactions"))).containsExactly(order);
        assertThat(complete(order).status()).isEqualTo(200);

        assertThat(misty.document("orders", order).getString("status")).isEqualTo("completed");
        var archived = admin.get("/api/clients/" + TestOrders.CLIENT + "/archived-orders");
        assertThat(archived.text("/data/0/order_id")).isEqualTo(order);
        assertThat(archived.text("/data/0/current_stage")).isEqualTo("cleared");
    }

    @Test
    void aTransactionIsCompletedAndArchivedOnce() {
        String order = TestOrders.insert(misty, "invoicing");
        generate(order, "");

        var replies = Contenders.together(8, () -> complete(order));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(400);
        assertThat(misty.documents("archived_orders", Filters.eq("order_id", order)))
                .hasSize(1);
        assertThat(logs(order)).hasSize(2);
        assertThat(complete("nothing").status()).isEqualTo(404);
    }

    @Test
    void theMonthlyReportHasTheMonthsInvoices() {
        generate(TestOrders.insert(misty, "invoicing"), "");
        misty.collection("invoices")
                .updateMany(Filters.empty(), Updates.set("created_at", Instant.parse("2026-02-14T12:00:00Z")));

        assertThat(admin.get("/api/invoicing/monthly-report?month=2&year=2026").text("/data/0/invoice_number"))
                .isEqualTo("INV-0001");
        assertThat(admin.get("/api/invoicing/monthly-report?month=3&year=2026")
                        .body()
                        .at("/data"))
                .isEmpty();
        assertThat(admin.get("/api/invoicing/monthly-report?month=13&year=2026").status())
                .isEqualTo(422);
        assertThat(admin.get("/api/invoicing/monthly-report?month=2").status()).isEqualTo(422);
    }

    @Test
    void theNextStartFinishesAnInvoiceThatHadNoNumberYet() {
        String order = TestOrders.insert(misty, "invoicing");
        interrupt(order, new Document("id", "invoice").append("job_id", order));

        misty.restart();
        admin = misty.as("admin");
        misty.restart();
        admin = misty.as("admin");

        assertThat(invoices(order)).hasSize(1);
        assertThat(misty.document("invoices", "invoice").getString("invoice_number"))
                .isEqualTo("INV-0001~1");
        assertThat(part(order, 1).text("/invoice_number")).isEqualTo("INV-0001~2");
    }

    @Test
    void theNextStartFinishesAnInvoiceUnderTheNumberItHad() {
        String order = TestOrders.insert(misty, "invoicing");
        interrupt(order, new Document("id", "invoice").append("job_id", order));
        misty.collection("orders")
                .updateOne(Filters.eq("id", order), Updates.set("outbox_base_invoice_number", "INV-0007"));

        misty.restart();

        assertThat(misty.document("invoices", "invoice").getString("invoice_number"))
                .isEqualTo("INV-0007~1");
    }

    @Test
    void whoSeesAnOrderWhoseInvoiceHasNoNumberYetSeesItAsItStays() {
        String order = TestOrders.insert(misty, "invoicing");
        interrupt(order, new Document("id", "invoice").append("job_id", order));
        JsonNode before = admin.get("/api/orders/" + order).body();

        misty.restart();
        admin = misty.as("admin");

        assertThat(misty.document("invoices", "invoice").getString("base_invoice_number"))
                .isEqualTo("INV-0001");
        assertThat(admin.get("/api/orders/" + order).body()).isEqualTo(before);
    }

    @Test
    void theArchivedCopyIsTheSameWhetherTheInvoiceHadItsNumberOrNot() {
        String order = TestOrders.insert(misty, "invoicing");
        generate(order, "");
        complete(order);

        assertThat(misty.documents("archived_orders", Filters.eq("order_id", order)))
                .singleElement()
                .satisfies(copy -> assertThat(copy.keySet()).noneMatch(field -> field.contains("invoice_number")));
    }

    @Test
    void numbersGoOnAfterThoseOfOtherCode() {
        misty.collection("invoices").insertOne(new Document("id", "old").append("invoice_number", "INV-0041~2"));
        misty.restart();
        admin = misty.as("admin");

        assertThat(generate(TestOrders.insert(misty, "invoicing"), "").text("/invoice_number"))
                .isEqualTo("INV-0042");
    }

    @Test
    void theInvoiceHazardBillsAnOrderTwiceUnderOneNumber() {
        misty.close();
        misty = TestMisty.on(database.uri(), Hazard.INVOICE);
        admin = misty.as("admin");
        String order = TestOrders.insert(misty, "invoicing");

        var replies = Contenders.together(8, () -> generate(order, ""));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(invoices(order)).hasSize(8);
        assertThat(invoices(order))
                .extracting(invoice -> invoice.getString("invoice_number"))
                .filteredOn("INV-0001"::equals)
                .hasSizeGreaterThan(1);
    }

    /** Leaves the order as a server that died right after the update that bills a part of it. */
    private void interrupt(String order, Document invoice) {
        misty.collection("orders")
                .updateOne(
                        Filters.eq("id", order),
                        Updates.combine(
                                Updates.push(
                                        "invoice_history",
                                        new Document("invoice_id", "invoice")
                                                .append("subtotal", 10.0)
                                                .append("total_amount", 11.0)),
                                Outbox.put(List.of(Outbox.insertNumbered(
                                        "invoices",
                                        invoice,
                                        new Numbering(
                                                "invoices",
                                                "INV-%04d",
                                                "base_invoice_number",
                                                "invoice_number",
                                                "~1"))))));
    }

    private Reply generate(String order, String body) {
        return admin.post("/api/invoicing/generate/" + order, "{" + body + "}");
    }

    private Reply part(String order, int quantity) {
        return generate(
                order,
                "'invoice_type': 'partial', 'items': [{'product_id': 'product-1', 'quantity': " + quantity + "}]");
    }

    private Reply complete(String order) {
        return admin.post("/api/invoicing/complete-transaction/" + order, "");
    }

    private List<Document> invoices(String order) {
        return misty.documents("invoices", Filters.eq("job_id", order));
    }

    private List<Document> logs(String order) {
        return misty.documents("production_logs", Filters.eq("order_id", order));
    }

    private static List<String> ids(Reply reply) {
        return reply.body().at("/data").findValuesAsText("id");
    }

    private static synchronized String next(Iterator<String> orders) {
        return orders.next();
    }
}
