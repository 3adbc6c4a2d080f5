package dev.photofinish.misty.catalogue;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The clients' products, in {@code client_products}. Safe for any thread. */
public final class Catalogue {

    private static final String COLLECTION = "client_products";
    private static final int LIST_CAP = 1000;
    private static final Bson ACTIVE = Filters.ne("is_active", false);

    private final MongoCollection<Document> products;
    private final InstantSource clock;

    public Catalogue(Store store, InstantSource clock) {
        this.products = store.collection(COLLECTION);
        this.clock = clock;
        store.unique(COLLECTION, "id");
    }

    FindIterable<Document> list(String clientId) {
        return products.find(Filters.and(Filters.eq("client_id", clientId), ACTIVE))
                .sort(Sorts.ascending("product_code"))
                .limit(LIST_CAP);
    }

    /** @throws Refusal 404 if the client has no such product, or no longer */
    Document required(String clientId, String id) {
        return Optional.ofNullable(products.find(active(clientId, id)).first())
                .orElseThrow(() -> Refusal.notFound("Product"));
    }

    /** Adds a product with these fields to the client's catalogue and answers its id. */
    String add(String clientId, Document fields) {
        String id = UUID.randomUUID().toString();
        Date now = Date.from(clock.instant());
        Document product = new Document(fields);
        product.append("id", id).append("client_id", clientId).append("is_active", true);
        product.append("version", 1L).append("created_at", now).append("updated_at", now);
        products.insertOne(product);
        return id;
    }

    /** Adds the same product to another client's catalogue and answers the copy's id. */
    String copy(String clientId, String id, String otherClientId) {
        Document fields = new Document(required(clientId, id));
        fields.remove("_id");
        return add(otherClientId, fields);
    }

    /**
     * Replaces what is said about the product. Who says which version they saw does not overwrite a later one.
     *
     * @throws Refusal 404 if the client has no such product, 409 if it is not at the version that was seen
     */
    void replace(String clientId, String id, Document fields, Optional<Long> seen) {
        Bson unchanged = seen.map(version -> Filters.eq("version", version)).orElseGet(Filters::empty);
        long replaced = products.updateOne(
                        Filters.and(active(clientId, id), unchanged),
                        Updates.combine(
                                new Document(
                                        "$set", new Document(fields).append("updated_at", Date.from(clock.instant()))),
                                Updates.inc("version", 1L)))
                .getMatchedCount();
        if (replaced == 0) {
            Object version = required(clientId, id).get("version");
            throw Refusal.conflict("The product was changed meanwhile: it is at version " + version);
        }
    }

    /** @throws Refusal 404 if the client has no such product, or no longer */
    void deactivate(String clientId, String id) {
        Bson inactive =
                Updates.combine(Updates.set("is_active", false), Updates.set("updated_at", Date.from(clock.instant())));
        if (products.updateOne(active(clientId, id), inactive).getMatchedCount() == 0) {
            throw Refusal.notFound("Product");
        }
    }

    private static Bson active(String clientId, String id) {
        return Filters.and(Filters.eq("id", id), Filters.eq("client_id", clientId), ACTIVE);
    }
}
