package dev.photofinish.misty.catalogue;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.store.FreeForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Everything a user says about a product; the body of both creating and replacing.
 *
 * @param more what else describes it (dimensions, cores, packaging …), stored as it is: no rule depends on it
 */
record ProductBody(
        ProductType productType,
        String productCode,
        String productDescription,
        double priceExGst,
        int minimumOrderQuantity,
        Optional<Long> version,
        @JsonAnySetter Map<String, JsonNode> more) {

    private static final List<String> OURS = List.of("id", "client_id", "is_active", "created_at", "updated_at");

    ProductBody {
        InvalidField.notBlank("product_code", productCode);
        InvalidField.notNegative("price_ex_gst", priceExGst);
        InvalidField.notNegative("minimum_order_quantity", minimumOrderQuantity);
        OURS.stream().filter(more::containsKey).findFirst().ifPresent(field -> {
            throw new InvalidField(field, "is set by the server");
        });
    }

    /** All fields under their stored names, without the version. */
    Document fields() {
        Document fields = new Document("product_type", productType.id())
                .append("product_code", productCode)
                .append("product_description", productDescription)
                .append("price_ex_gst", priceExGst)
                .append("minimum_order_quantity", minimumOrderQuantity);
        fields.putAll(
                FreeForm.of(new ObjectNode(JsonNodeFactory.instance, more)).document());
        return fields;
    }
}
