package dev.photofinish.misty.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The application's database. Every write is acknowledged durably: by a majority on a replica set, from the journal on a
 * standalone server, whose default loses acknowledged writes when it is killed. Safe for any thread.
 */
public final class Store implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    private Store(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
    }

    /**
     * Connects and asks the server what it is.
     *
     * @throws com.mongodb.MongoTimeoutException if it does not answer within the pool's server selection time
     */
    public static Store open(String uri, String databaseName, PoolSettings pool) {
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("misty")
                .applyToConnectionPoolSettings(settings -> settings.minSize(pool.min())
                        .maxSize(pool.max())
                        .maxConnectionIdleTime(pool.idle().toMillis(), TimeUnit.MILLISECONDS))
                .applyToClusterSettings(settings ->
                        settings.serverSelectionTimeout(pool.serverSelection().toMillis(), TimeUnit.MILLISECONDS))
                .build());
        try {
            return over(client, databaseName);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Over a client that somebody else has made, such as one with a listener; closing the store closes it. */
    public static Store over(MongoClient client, String databaseName) {
        MongoDatabase database = client.getDatabase(databaseName);
        return new Store(client, database.withWriteConcern(durableOn(database)));
    }

    /** isMaster, not hello: the embedded server knows only the older name. */
    private static WriteConcern durableOn(MongoDatabase database) {
        Document server = database.runCommand(new Document("isMaster", 1));
        return server.containsKey("setName") ? WriteConcern.MAJORITY : WriteConcern.JOURNALED;
    }

    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /**
     * Makes sure that no two documents of the collection share these fields' values.
     *
     * @throws IllegalStateException in words for the operator if the data already has duplicates
     */
    public void unique(String collection, String... fields) {
        try {
            collection(collection).createIndex(Indexes.ascending(fields), new IndexOptions().unique(true));
        } catch (MongoCommandException e) {
            throw new IllegalStateException(
                    "The collection " + collection + " of database " + database.getName()
                            + " cannot be made unique by " + String.join(", ", fields)
                            + ", probably because it has duplicates (left by a run with hazards on?): "
                            + e.getErrorMessage()
                            + " Mend the data or use another database name.",
                    e);
        }
    }

    /** Takes back {@link #unique}, for a hazard that the index would hide; does nothing where there is no such index. */
    public void notUnique(String collection, String... fields) {
        for (Document index : collection(collection).listIndexes()) {
            if (index.get("key", Document.class).keySet().equals(java.util.Set.of(fields))
                    && Boolean.TRUE.equals(index.getBoolean("unique"))) {
                collection(collection).dropIndex(index.getString("name"));
            }
        }
    }

    /** Deletes the database with everything in it. */
    public void drop() {
        database.drop();
    }

    @Override
    public void close() {
        client.close();
    }
}
