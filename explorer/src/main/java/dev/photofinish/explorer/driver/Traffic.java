package dev.photofinish.explorer.driver;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/**
 * How many finds, getMores and writes a server has done so far in each collection, by its {@code top}; of an update or delete each
 * statement counts. What the gate itself asks about a collection (its indexes) is none of these. The embedded database and a mongos
 * do not say.
 *
 * @param operations by namespace
 */
record Traffic(Map<String, Long> operations) {

    static Optional<Traffic> on(Optional<MongoClient> observer) {
        try {
            return observer.map(client -> of(client.getDatabase("admin")
                    .runCommand(new BsonDocument("top", new BsonInt32(1)), BsonDocument.class)));
        } catch (MongoException doesNotSay) {
            return Optional.empty();
        }
    }

    private static Traffic of(BsonDocument top) {
        Map<String, Long> operations = new HashMap<>();
        top.getDocument("totals")
                .forEach((namespace, counted) -> count(counted).ifPresent(number -> operations.put(namespace, number)));
        return new Traffic(operations);
    }

    private static Optional<Long> count(BsonValue counted) {
        return counted.isDocument()
                ? Optional.of(Stream.of("queries", "getmore", "writeLock")
                        .map(counted.asDocument()::getDocument)
                        .mapToLong(kind -> kind.getNumber("count").longValue())
                        .sum())
                : Optional.empty();
    }

    /** How many it has done in a collection since another time. */
    long since(Traffic before, String namespace) {
        return operations.getOrDefault(namespace, 0L) - before.operations.getOrDefault(namespace, 0L);
    }
}
