package dev.photofinish.misty.invoicing;

import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.store.FreeForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The body of {@code POST /api/invoicing/generate/{order_id}}; what is absent comes from the order.
 *
 * @param items lines with at least {@code product_id} and {@code quantity}
 */
record InvoiceRequest(
        Optional<InvoiceType> invoiceType,
        Optional<List<FreeForm>> items,
        Optional<Double> subtotal,
        Optional<Double> gst,
        Optional<Double> totalAmount,
        Optional<LocalDate> dueDate) {

    InvoiceRequest {
        items.ifPresent(lines -> lines.forEach(InvoiceRequest::check));
        subtotal.ifPresent(amount -> InvalidField.notNegative("subtotal", amount));
        gst.ifPresent(amount -> InvalidField.notNegative("gst", amount));
        totalAmount.ifPresent(amount -> InvalidField.notNegative("total_amount", amount));
    }

    InvoiceType type() {
        return invoiceType.orElse(InvoiceType.FULL);
    }

    Optional<List<Document>> lines() {
        return items.map(lines -> lines.stream().map(FreeForm::document).toList());
    }

    private static void check(FreeForm line) {
        if (!(line.document().get("product_id") instanceof String)) {
            throw new InvalidField("items", "must each have a product_id that is a text");
        }
        if (!(line.document().get("quantity") instanceof Number quantity)) {
            throw new InvalidField("items", "must each have a quantity that is a number");
        }
        InvalidField.positive("items.quantity", quantity.doubleValue());
    }
}
