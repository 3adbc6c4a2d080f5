package dev.photofinish.misty.invoicing;

import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.FieldProblem;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.production.Archive;
import dev.photofinish.misty.store.Documents;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;

/** Invoicing over HTTP. */
final class InvoiceEndpoints {

    private final Billing billing;
    private final Invoices invoices;
    private final Transactions transactions;
    private final Archive archive;

    InvoiceEndpoints(Billing billing, Invoices invoices, Transactions transactions, Archive archive) {
        this.billing = billing;
        this.invoices = invoices;
        this.transactions = transactions;
        this.archive = archive;
    }

    void addTo(Routes routes) {
        routes.get("/api/invoicing/live-jobs", Gate.ADMIN_OR_MANAGER, this::liveJobs);
        routes.post("/api/invoicing/generate/{order}", Gate.ADMIN_OR_MANAGER, this::generate);
        routes.get("/api/invoicing/accounting-transactions", Gate.ADMIN_OR_MANAGER, this::awaitingTransaction);
        routes.post("/api/invoicing/complete-transaction/{order}", Gate.ADMIN_OR_MANAGER, this::complete);
        routes.get("/api/invoicing/monthly-report", Gate.ADMIN_OR_MANAGER, this::monthlyReport);
        routes.get("/api/clients/{client}/archived-orders", Gate.ADMIN_OR_MANAGER, this::archived);
    }

    private Answer liveJobs(Call call) {
        return Answer.bare(Map.of("data", Documents.shown(transactions.awaitingInvoice())));
    }

    private Answer generate(Call call) {
        Document invoice = billing.bill(call.path("order"), call.body(InvoiceRequest.class), call.caller());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", "Invoice generated");
        answer.put("invoice_id", invoice.getString("id"));
        answer.put("invoice_number", invoice.getString(Invoices.NUMBER));
        answer.put("xero_draft_created", false);
        return Answer.bare(answer);
    }

    private Answer awaitingTransaction(Call call) {
        return Answer.bare(Map.of("data", Documents.shown(transactions.awaitingTransaction())));
    }

    private Answer complete(Call call) {
        transactions.complete(call.path("order"), call.caller());
        return Answer.bare(Map.of("message", "Transaction completed"));
    }

    private Answer monthlyReport(Call call) {
        int year = number(call, "year");
        int month = number(call, "month");
        try {
            return Answer.bare(Map.of("data", Documents.shown(invoices.of(YearMonth.of(year, month)))));
        } catch (DateTimeException e) {
            throw Refusal.invalid(new FieldProblem("query", "month", "must be from 1 to 12, was " + month));
        }
    }

    private Answer archived(Call call) {
        return Answer.ok("Archived orders", Documents.shown(archive.ofClient(call.path("client"))));
    }

    private static int number(Call call, String name) {
        String text = call.requiredQuery(name);
        if (!text.matches("\\d{1,4}")) {
            throw Refusal.invalid(
                    new FieldProblem("query", name, "must be a whole number of at most 4 digits, was " + text));
        }
        return Integer.parseInt(text);
    }
}
