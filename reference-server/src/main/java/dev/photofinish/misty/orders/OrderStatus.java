package dev.photofinish.misty.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has become of an order; a new one is active. */
public enum OrderStatus {
    PENDING,
    ACTIVE,
    COMPLETED,
    CANCELLED,
    OVERDUE,
    ACCOUNTING_DRAFT,
    ARCHIVED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming what there is */
    @JsonCreator
    public static OrderStatus of(String id) {
        return Arrays.stream(values())
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not an order's status; expected one of "
                        + Arrays.stream(values()).map(OrderStatus::id).collect(Collectors.joining(", "))));
    }
}
