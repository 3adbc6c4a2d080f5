package dev.photofinish.misty;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** Orders as they lie in the database, for tests that need one at a certain stage. */
public final class TestOrders {

    public static final String CLIENT = "client-1";

    private TestOrders() {}

    /** Inserts an order of 10 units for 100.00, with GST 110.00, and its client, and answers its id. */
    public static String insert(TestMisty misty, String stage) {
        String id = UUID.randomUUID().toString();
        misty.collection("clients")
                .updateOne(
                        Filters.eq("id", CLIENT),
                        Updates.combine(
                                Updates.set("company_name", "Converter Pty Ltd"),
                                Updates.set("payment_terms", "Net 30 days")),
                        new UpdateOptions().upsert(true));
        misty.collection("orders").insertOne(document(id, stage));
        return id;
    }

    private static Document document(String id, String stage) {
        Document item = new Document("product_id", "product-1")
                .append("product_name", "Paper core 76 mm")
                .append("quantity", 10)
                .append("unit_price", 10.0)
                .append("total_price", 100.0);
        return new Document("id", id)
                .append("order_number", "ADM-2026-" + id.substring(0, 4))
                .append("client_id", CLIENT)
                .append("client_name", "Converter Pty Ltd")
                .append("due_date", Instant.EPOCH)
                .append("items", List.of(item))
                .append("subtotal", 100.0)
                .append("discount_percentage", 0.0)
                .append("discount_amount", 0.0)
                .append("discounted_subtotal", 100.0)
                .append("gst", 10.0)
                .append("total_amount", 110.0)
                .append("status", "active")
                .append("current_stage", stage)
                .append("version", 1L)
                .append("created_at", Instant.EPOCH);
    }
}
