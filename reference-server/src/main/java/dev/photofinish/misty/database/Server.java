package dev.photofinish.misty.database;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** What a server says of itself. */
record Server(Engine engine, String version) {

    private static final int COMMAND_NOT_FOUND = 59;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Asks the server at an address; waits for it as long as the address itself says, 5 s otherwise.
     *
     * @throws DatabaseUnavailable in one sentence if it does not answer in time or refuses us
     */
    static Server at(MongoUri uri) {
        try (MongoClient client = client(uri.withCredentials(), PATIENCE)) {
            return of(client.getDatabase("admin"));
        } catch (MongoSecurityException e) {
            throw new DatabaseUnavailable(
                    "The MongoDB at " + uri + " refuses the user name or password of that address.", e);
        } catch (MongoCommandException e) {
            throw new DatabaseUnavailable(
                    "The MongoDB at " + uri + " refuses to say what it is: " + e.getErrorMessage() + ".", e);
        } catch (MongoException e) {
            throw new DatabaseUnavailable(
                    "The MongoDB at " + uri + " does not answer: is it running, and is its address right?", e);
        }
    }

    static Server of(MongoDatabase admin) {
        String version = admin.runCommand(new Document("buildInfo", 1)).getString("version");
        return new Server(engine(admin), version);
    }

    /** A client that is quick to see a server come up; close it. */
    static MongoClient client(String uri, Duration patience) {
        return MongoClients.create(MongoClientSettings.builder()
                .applicationName("photofinish")
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS))
                .applyConnectionString(new ConnectionString(uri))
                .build());
    }

    private static Engine engine(MongoDatabase admin) {
        try {
            Document hello = admin.runCommand(new Document("hello", 1));
            if (hello.containsKey("setName")) {
                return Engine.REPLICA_SET;
            }
            return hello.containsKey("msg") ? Engine.OTHER : Engine.STANDALONE;
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == COMMAND_NOT_FOUND) {
                return Engine.OTHER;
            }
            throw e;
        }
    }
}
