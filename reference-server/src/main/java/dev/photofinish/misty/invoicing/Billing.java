package dev.photofinish.misty.invoicing;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;
import org.bson.Document;

/** Makes invoices for orders. */
interface Billing {

    /**
     * Makes the invoice and answers it as it is stored.
     *
     * @throws Refusal 400 if it is more than is left or inconsistent, 404 without order or client, 409 if the order is
     *     invoiced already or is being invoiced by somebody else
     */
    Document bill(String orderId, InvoiceRequest request, Caller by);
}
