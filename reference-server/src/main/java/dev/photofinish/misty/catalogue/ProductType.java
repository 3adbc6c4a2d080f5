package dev.photofinish.misty.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What kind of thing a product is. */
enum ProductType {
    FINISHED_GOODS,
    PAPER_CORES,
    SERVICES_AND_DELIVERIES;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming what there is */
    @JsonCreator
    static ProductType of(String id) {
        return Arrays.stream(values())
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a type of product; expected one of "
                        + Arrays.stream(values()).map(ProductType::id).collect(Collectors.joining(", "))));
    }
}
