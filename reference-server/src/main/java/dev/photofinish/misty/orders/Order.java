package dev.photofinish.misty.orders;

import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * An order as it is stored:
 *
 * <pre>
 *   id, order_number (ADM-2026-0001), client_id, client_name, due_date (date), created_by, created_at, updated_at (dates)
 *   items [{product_id, product_name, quantity, unit_price, total_price, …}]
 *   subtotal, discount_percentage, discount_amount, discounted_subtotal, gst, total_amount
 *   status, current_stage
 *   version, field_versions {field: the version that last changed it}
 *   optional: purchase_order_number, discount_notes, priority, delivery_address, delivery_instructions,
 *             runtime_estimate, notes, quantity, client_contact
 * </pre>
 *
 * @param document not to be changed
 */
public record Order(Document document) {

    public static final String ID = "id";
    public static final String NUMBER = "order_number";
    public static final String CLIENT = "client_id";
    public static final String STATUS = "status";
    public static final String STAGE = "current_stage";
    public static final String VERSION = "version";
    public static final String FIELD_VERSIONS = "field_versions";

    public String id() {
        return document.getString(ID);
    }

    public String number() {
        return document.getString(NUMBER);
    }

    public String clientId() {
        return document.getString(CLIENT);
    }

    public OrderStatus status() {
        return OrderStatus.of(document.getString(STATUS));
    }

    public Stage stage() {
        return Stage.of(document.getString(STAGE));
    }

    /** Begins with 1 and grows with every change; documents of the original's earlier revision have none and count as 1. */
    public long version() {
        return document.get(VERSION, (Number) 1).longValue();
    }

    /** The version that last changed the field; 0 if none has since the order was entered. */
    long fieldVersion(String field) {
        return document.get(FIELD_VERSIONS, new Document())
                .get(field, (Number) 0)
                .longValue();
    }

    /** The part of this order's change to its next version that sets the field, and remembers which version did. */
    public Bson set(String field, Object value) {
        return Updates.combine(Updates.set(field, value), Updates.set(FIELD_VERSIONS + "." + field, version() + 1));
    }

    public List<Document> items() {
        return document.getList("items", Document.class, List.of());
    }
}
