package dev.photofinish.misty.invoicing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an invoice bills all that is left of an order, or a part of it. */
enum InvoiceType {
    FULL,
    PARTIAL;

    /** The name on the wire and in the database. */
    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming what there is */
    @JsonCreator
    static InvoiceType of(String id) {
        return switch (id) {
            case "full" -> FULL;
            case "partial" -> PARTIAL;
            default -> throw new IllegalArgumentException("not a type of invoice; expected full or partial");
        };
    }
}
