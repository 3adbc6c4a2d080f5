package dev.photofinish.misty.invoicing;

import dev.photofinish.misty.http.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.bson.Document;

/** What an invoice asks for, rounded half up to cents: without tax, the tax (GST), and both. */
record Amounts(BigDecimal subtotal, BigDecimal gst, BigDecimal total) {

    private static final BigDecimal GST_RATE = new BigDecimal("0.10");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    Amounts {
        subtotal = rounded(subtotal);
        gst = rounded(gst);
        total = rounded(total);
    }

    /** The order's own, after its discount. */
    static Amounts ordered(Document order) {
        String subtotal = order.containsKey("discounted_subtotal") ? "discounted_subtotal" : "subtotal";
        return new Amounts(in(order, subtotal), in(order, "gst"), in(order, "total_amount"));
    }

    /** The sum of earlier invoices. */
    static Amounts billed(List<Document> history) {
        return history.stream()
                .map(part -> new Amounts(in(part, "subtotal"), in(part, "gst"), in(part, "total_amount")))
                .reduce(new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO), Amounts::plus);
    }

    static Amounts ofSubtotal(BigDecimal subtotal) {
        return new Amounts(subtotal, subtotal.multiply(GST_RATE), subtotal.add(subtotal.multiply(GST_RATE)));
    }

    /**
     * The caller's where they are given, these otherwise; a caller's subtotal brings its own tax and sum.
     *
     * @throws Refusal 400 if the sum is wrong by more than a cent
     */
    Amounts replacedBy(InvoiceRequest request) {
        Amounts base = request.subtotal()
                .map(Amounts::decimal)
                .map(Amounts::ofSubtotal)
                .orElse(this);
        BigDecimal tax = request.gst().map(Amounts::decimal).orElse(base.gst);
        BigDecimal sum = request.totalAmount().map(Amounts::decimal).orElse(base.subtotal.add(tax));
        Amounts replaced = new Amounts(base.subtotal, tax, sum);
        if (replaced.subtotal.add(replaced.gst).subtract(replaced.total).abs().compareTo(CENT) > 0) {
            throw Refusal.badRequest("total_amount must be subtotal + gst to a cent: " + replaced.subtotal + " + "
                    + replaced.gst + " is not " + replaced.total);
        }
        return replaced;
    }

    Amounts plus(Amounts other) {
        return new Amounts(subtotal.add(other.subtotal), gst.add(other.gst), total.add(other.total));
    }

    Amounts minus(Amounts other) {
        return new Amounts(subtotal.subtract(other.subtotal), gst.subtract(other.gst), total.subtract(other.total));
    }

    /** Whether nothing of it is above the other's; a cent is left to rounding. */
    boolean fitsIn(Amounts other) {
        return subtotal.compareTo(other.subtotal.add(CENT)) <= 0 && total.compareTo(other.total.add(CENT)) <= 0;
    }

    Document stored() {
        return new Document("subtotal", subtotal.doubleValue())
                .append("gst", gst.doubleValue())
                .append("total_amount", total.doubleValue());
    }

    private static BigDecimal in(Document document, String field) {
        return document.get(field) instanceof Number number ? decimal(number.doubleValue()) : BigDecimal.ZERO;
    }

    private static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount);
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
