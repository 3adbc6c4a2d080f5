package dev.photofinish.misty.orders;

import dev.photofinish.misty.http.InvalidField;
import java.util.List;
import org.bson.Document;

/** What an order costs, from its lines and its discount; unrounded, as in the original. */
record Totals(double subtotal, double discountAmount, double gst) {

    /** The fields of an order that its totals are computed from: a change of one is a change for who saw the other. */
    static final List<String> INPUTS = List.of("items", "discount_percentage");

    private static final double GST_RATE = 0.10;

    /**
     * @param discountPercentage from 0 to 100
     * @throws InvalidField if the sum is too large to be a number
     */
    static Totals of(List<Document> items, double discountPercentage) {
        double subtotal = items.stream()
                .mapToDouble(item -> item.get("total_price", Number.class).doubleValue())
                .sum();
        if (!Double.isFinite(subtotal)) {
            throw new InvalidField("items", "must have a finite sum of total_price");
        }
        double discountAmount = subtotal * discountPercentage / 100;
        return new Totals(subtotal, discountAmount, (subtotal - discountAmount) * GST_RATE);
    }

    /** The totals of an order with these fields. */
    static Totals of(Document order) {
        double discount = order.get("discount_percentage") instanceof Number number ? number.doubleValue() : 0;
        return of(order.getList("items", Document.class, List.of()), discount);
    }

    Document fields() {
        double discounted = subtotal - discountAmount;
        return new Document("subtotal", subtotal)
                .append("discount_amount", discountAmount)
                .append("discounted_subtotal", discounted)
                .append("gst", gst)
                .append("total_amount", discounted + gst);
    }
}
