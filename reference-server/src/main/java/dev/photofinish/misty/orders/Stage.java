package dev.photofinish.misty.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far an order has come, in the order in which it goes through the house. */
public enum Stage {
    ORDER_ENTERED,
    PENDING_MATERIAL,
    PAPER_SLITTING,
    WINDING,
    FINISHING,
    DELIVERY,
    INVOICING,
    ACCOUNTING_TRANSACTION,
    CLEARED;

    private static final List<Stage> IN_ORDER = List.of(values());

    /** The name on the wire and in the database. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage after this one; empty for the last. */
    public Optional<Stage> next() {
        return at(IN_ORDER.indexOf(this) + 1);
    }

    /** The stage before this one; empty for the first. */
    public Optional<Stage> previous() {
        return at(IN_ORDER.indexOf(this) - 1);
    }

    /** @throws IllegalArgumentException naming what there is */
    @JsonCreator
    public static Stage of(String id) {
        return Arrays.stream(values())
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a stage; expected one of "
                        + Arrays.stream(values()).map(Stage::id).collect(Collectors.joining(", "))));
    }

    private static Optional<Stage> at(int position) {
        return position >= 0 && position < IN_ORDER.size() ? Optional.of(IN_ORDER.get(position)) : Optional.empty();
    }
}
