package dev.photofinish.misty.clients;

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

/** The clients, in {@code clients}. Safe for any thread. */
public final class Clients {

    private static final int LIST_CAP = 1000;

    /** Counts the orders entered for a client, so that making it inactive notices one that slips in. */
    private static final String ORDERS_ENTERED = "orders_entered";

    /** Every further try means that yet another order was entered; so many within moments are none of this business. */
    private static final int TRIES = 20;

    private static final Bson ACTIVE = Filters.ne("is_active", false);

    private final MongoCollection<Document> clients;
    private final InstantSource clock;

    public Clients(Store store, InstantSource clock) {
        this.clients = store.collection("clients");
        this.clock = clock;
        store.unique("clients", "id");
    }

    public Optional<Document> active(String id) {
        return Optional.ofNullable(clients.find(activeWith(id)).first());
    }

    /** @throws Refusal 404 if there is no such client, or it is no longer active */
    public Document required(String id) {
        return active(id).orElseThrow(() -> Refusal.notFound("Client"));
    }

    /**
     * Tells the client that an order was entered for it; called once the order is there.
     *
     * @return whether the client is still active; if not, the order must not stay
     */
    public boolean orderEntered(String id) {
        return clients.updateOne(activeWith(id), Updates.inc(ORDERS_ENTERED, 1L))
                        .getMatchedCount()
                > 0;
    }

    FindIterable<Document> list() {
        return clients.find(ACTIVE).sort(Sorts.ascending("company_name")).limit(LIST_CAP);
    }

    String create(ClientBody body) {
        String id = UUID.randomUUID().toString();
        Date now = now();
        Document client = new Document("id", id);
        client.putAll(body.fields());
        clients.insertOne(client.append("is_active", true)
                .append("version", 1L)
                .append("created_at", now)
                .append("updated_at", now));
        return id;
    }

    /**
     * Replaces what is said about the client. Who says which version they saw does not overwrite a later one.
     *
     * @throws Refusal 404 if there is no such client, 409 if it is not at the version that was seen
     */
    void replace(String id, ClientBody body, Optional<Long> seen) {
        Bson unchanged = seen.map(version -> Filters.eq("version", version)).orElseGet(Filters::empty);
        Document fields = body.fields().append("updated_at", now());
        long replaced = clients.updateOne(
                        Filters.and(activeWith(id), unchanged),
                        Updates.combine(new Document("$set", fields), Updates.inc("version", 1L)))
                .getMatchedCount();
        if (replaced == 0) {
            Object version = required(id).get("version");
            throw Refusal.conflict("The client was changed meanwhile: it is at version " + version);
        }
    }

    /**
     * Makes the client inactive unless it has an open order, one entered at this very moment included: an order is written
     * before the client is told of it, and a client that was told between our look and our write is looked at again.
     *
     * @throws Refusal 400 if it has an open order, 404 if there is no such client
     */
    void deactivate(String id, OpenOrders openOrders) {
        for (int tries = 0; tries < TRIES; tries++) {
            Document client = required(id);
            if (openOrders.existFor(id)) {
                throw Refusal.badRequest("The client has open orders");
            }
            Bson noneEntered = Filters.eq(ORDERS_ENTERED, client.get(ORDERS_ENTERED));
            Bson inactive = Updates.combine(
                    Updates.set("is_active", false), Updates.set("updated_at", now()), Updates.inc("version", 1L));
            if (clients.updateOne(Filters.and(activeWith(id), noneEntered), inactive)
                            .getMatchedCount()
                    > 0) {
                return;
            }
        }
        throw Refusal.conflict("Orders are being entered for the client");
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static Bson activeWith(String id) {
        return Filters.and(Filters.eq("id", id), ACTIVE);
    }
}
