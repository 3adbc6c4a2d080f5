package dev.photofinish.misty.database;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.bson.Document;

/**
 * A database of one test alone, on the server of one engine; it is dropped when the test ends. It asks for the server only when
 * first used, since JUnit makes a test's instance, and what its constructor takes, before it decides whether to skip the test.
 */
public final class TestDatabase implements AutoCloseable {

    private final Engine engine;
    private final TestServers servers;
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    private volatile boolean used;

    TestDatabase(Engine engine, TestServers servers) {
        this.engine = engine;
        this.servers = servers;
    }

    /** Of the server, without the database's name, for a driver with default settings. */
    public String uri() {
        return server().database().uri();
    }

    /** Unique to this test. */
    public String name() {
        return name;
    }

    public Engine engine() {
        return engine;
    }

    /** Shared by all tests on this engine, so it stays open. */
    public MongoClient client() {
        return server().client();
    }

    public MongoDatabase database() {
        return client().getDatabase(name);
    }

    public MongoCollection<Document> collection(String collection) {
        return database().getCollection(collection);
    }

    @Override
    public void close() {
        if (used) {
            database().drop();
        }
    }

    @Override
    public String toString() {
        return name + " on " + engine;
    }

    private TestServer server() {
        used = true;
        return servers.on(engine);
    }
}
