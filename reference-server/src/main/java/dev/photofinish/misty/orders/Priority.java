package dev.photofinish.misty.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How urgent an order is. */
enum Priority {
    AS_SOON_AS_POSSIBLE("ASAP"),
    MUST_DELIVER_ON_DATE("Must Delivery On Date"),
    NORMAL("Normal/Low");

    private final String id;

    Priority(String id) {
        this.id = id;
    }

    /** The name on the wire and in the database, the original's misspelling included. */
    @JsonValue
    String id() {
        return id;
    }

    /** @throws IllegalArgumentException naming what there is */
    @JsonCreator
    static Priority of(String id) {
        return Arrays.stream(values())
                .filter(priority -> priority.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a priority; expected one of "
                        + Arrays.stream(values()).map(Priority::id).collect(Collectors.joining(", "))));
    }
}
