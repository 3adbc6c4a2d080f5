package dev.photofinish.misty.invoicing;

import dev.photofinish.misty.orders.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** What is ordered, what of it is invoiced, and what is left. */
record Account(Order order) {

    static final String INVOICED = "invoiced";
    static final String HISTORY = "invoice_history";

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    boolean isInvoiced() {
        return Boolean.TRUE.equals(order.document().getBoolean(INVOICED));
    }

    /** The partial invoices so far, the oldest first. */
    List<Document> history() {
        return order.document().getList(HISTORY, Document.class, List.of());
    }

    Amounts rest() {
        return Amounts.ordered(order.document()).minus(Amounts.billed(history()));
    }

    /** The order's lines with the quantities that are not invoiced yet. */
    List<Document> restOfItems() {
        Map<String, BigDecimal> billed = quantities(billedLines());
        List<Document> rest = new ArrayList<>();
        for (Document item : order.items()) {
            BigDecimal ordered = quantity(item);
            BigDecimal taken =
                    billed.getOrDefault(product(item), BigDecimal.ZERO).min(ordered);
            billed.merge(product(item), taken.negate(), BigDecimal::add);
            if (ordered.compareTo(taken) > 0) {
                rest.add(
                        taken.signum() == 0
                                ? item
                                : new Document(item)
                                        .append(
                                                "quantity",
                                                ordered.subtract(taken).doubleValue()));
            }
        }
        return rest;
    }

    /** Whether the lines, on top of the invoiced ones, are within what was ordered of each product. */
    boolean holds(List<Document> lines) {
        Map<String, BigDecimal> ordered = quantities(order.items());
        List<Document> all = new ArrayList<>(billedLines());
        all.addAll(lines);
        return quantities(all).entrySet().stream()
                .allMatch(sum -> sum.getValue().compareTo(ordered.getOrDefault(sum.getKey(), BigDecimal.ZERO)) <= 0);
    }

    /** What the lines cost at the order's prices and with its discount. */
    Amounts priceOf(List<Document> lines) {
        BigDecimal full = lines.stream()
                .map(line -> quantity(line).multiply(unitPrice(product(line))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal discount = number(order.document(), "discount_percentage").divide(PERCENT);
        return Amounts.ofSubtotal(full.subtract(full.multiply(discount)));
    }

    private List<Document> billedLines() {
        return history().stream()
                .flatMap(part -> part.getList("items", Document.class, List.of()).stream())
                .toList();
    }

    /** The line's price is what was agreed, so that a unit costs its share of it. */
    private BigDecimal unitPrice(String product) {
        return order.items().stream()
                .filter(item -> product(item).equals(product))
                .findFirst()
                .map(item -> number(item, "total_price").divide(quantity(item), MathContext.DECIMAL64))
                .orElse(BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> quantities(List<Document> lines) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        lines.forEach(line -> quantities.merge(product(line), quantity(line), BigDecimal::add));
        return quantities;
    }

    private static String product(Document line) {
        return line.get("product_id", "");
    }

    private static BigDecimal quantity(Document line) {
        return number(line, "quantity");
    }

    private static BigDecimal number(Document document, String field) {
        return document.get(field) instanceof Number number
                ? BigDecimal.valueOf(number.doubleValue())
                : BigDecimal.ZERO;
    }
}
