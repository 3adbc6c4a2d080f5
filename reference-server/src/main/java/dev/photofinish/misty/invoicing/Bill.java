package dev.photofinish.misty.invoicing;

import dev.photofinish.misty.http.Refusal;
import java.util.List;
import org.bson.Document;

/**
 * What one invoice asks for, judged against the account.
 *
 * @param suffix of the invoice's number: {@code ~k} for the k-th part, empty for a full invoice
 * @param completes whether nothing is left afterwards
 */
record Bill(InvoiceType type, List<Document> items, Amounts amounts, String suffix, boolean completes) {

    /** @throws Refusal 400 if the amounts are inconsistent, missing, or more than is left; 409 if nothing is left */
    static Bill judged(Account account, InvoiceRequest request) {
        if (account.isInvoiced()) {
            throw Refusal.conflict("The order is invoiced already");
        }
        Bill bill = of(account, request);
        boolean oneOfSeveral =
                bill.type == InvoiceType.PARTIAL || !account.history().isEmpty();
        if (oneOfSeveral && !(bill.amounts.fitsIn(account.rest()) && account.holds(bill.items))) {
            throw Refusal.badRequest("This is more than is left of the order: "
                    + account.rest().subtotal() + " without tax, after "
                    + account.history().size() + " invoices");
        }
        return bill;
    }

    /** Trusts the account to have something left, as the original does. */
    static Bill of(Account account, InvoiceRequest request) {
        return switch (request.type()) {
            case FULL ->
                new Bill(
                        InvoiceType.FULL,
                        request.lines().orElseGet(account::restOfItems),
                        account.rest().replacedBy(request),
                        "",
                        true);
            case PARTIAL -> part(account, request);
        };
    }

    private static Bill part(Account account, InvoiceRequest request) {
        if (request.lines().isEmpty() && request.subtotal().isEmpty()) {
            throw Refusal.badRequest("A partial invoice needs items or a subtotal");
        }
        List<Document> items = request.lines().orElse(List.of());
        Amounts amounts = account.priceOf(items).replacedBy(request);
        return new Bill(
                InvoiceType.PARTIAL,
                items,
                amounts,
                "~" + (account.history().size() + 1),
                account.rest().fitsIn(amounts));
    }
}
