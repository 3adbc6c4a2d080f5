package dev.photofinish.misty;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.PoolSettings;
import dev.photofinish.misty.store.Store;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A server on a database of its own, for tests, and a way to look into that database. */
public final class TestMisty implements AutoCloseable {

    private static final Duration HAZARD_GAP = Duration.ofMillis(400);

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final MongoClient mongo;
    private final MistySettings settings;
    private final Map<String, MistyClient> signedIn = new ConcurrentHashMap<>();
    private MistyServer server;

    private TestMisty(MistySettings settings) {
        this.settings = settings;
        this.mongo = MongoClients.create(settings.mongoUri());
        this.server = MistyServer.start(settings);
    }

    /** A server on a fresh database of the engine. */
    public static TestMisty on(String mongoUri) {
        return new TestMisty(fresh(mongoUri));
    }

    /** The same with a hazard on, its gap so wide that contenders meet in it on a slow machine too. */
    public static TestMisty on(String mongoUri, Hazard hazard) {
        return new TestMisty(fresh(mongoUri).withHazards(new Hazards(Set.of(hazard), HAZARD_GAP)));
    }

    /** Stops the server and starts it again on the same database. */
    public TestMisty restart() {
        server.close();
        server = MistyServer.start(settings);
        signedIn.clear();
        return this;
    }

    public URI url() {
        return server.url();
    }

    /** The seeded user, signed in once a start of the server: passwords are slow on purpose. */
    public MistyClient as(String username) {
        return signedIn.computeIfAbsent(username, user -> MistyClient.signedIn(server.url(), user));
    }

    /** The database as another server on it would open it; to be closed. */
    public Store store() {
        return Store.open(settings.mongoUri(), settings.databaseName(), new PoolSettings(0, 2, IDLE, IDLE));
    }

    public MongoCollection<Document> collection(String name) {
        return mongo.getDatabase(settings.databaseName()).getCollection(name);
    }

    public List<Document> documents(String collection, Bson filter) {
        return collection(collection).find(filter).into(new ArrayList<>());
    }

    public Document document(String collection, String id) {
        Document found = collection(collection).find(Filters.eq("id", id)).first();
        if (found == null) {
            throw new AssertionError("There is no document " + id + " in " + collection);
        }
        return found;
    }

    private static MistySettings fresh(String mongoUri) {
        return MistySettings.local(
                mongoUri, "misty_" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Override
    public void close() {
        server.close();
        mongo.getDatabase(settings.databaseName()).drop();
        mongo.close();
    }
}
