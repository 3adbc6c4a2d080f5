package dev.photofinish.explorer.traffic;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** What a server has counted so far in each collection, as its {@code top} says. */
sealed interface Counters {

    /** By namespace. */
    record Known(Map<String, Count> counts) implements Counters {

        Count of(String namespace) {
            return counts.getOrDefault(namespace, Count.NONE);
        }
    }

    /** The embedded database and a mongos do not count. */
    record NotCounted() implements Counters {}

    /** One may not ask. */
    record NotAllowed() implements Counters {}

    /** Unauthorized, and Atlas' own word for it. */
    Set<Integer> NOT_ALLOWED = Set.of(13, 8000);

    static Counters of(MongoClient database) {
        try {
            return read(database.getDatabase("admin")
                    .runCommand(new BsonDocument("top", new BsonInt32(1)), BsonDocument.class));
        } catch (MongoCommandException refused) {
            boolean allowed = !NOT_ALLOWED.contains(refused.getErrorCode());
            return allowed ? new NotCounted() : new NotAllowed();
        } catch (MongoException gone) {
            return new NotCounted();
        }
    }

    private static Counters read(BsonDocument top) {
        if (!top.isDocument("totals")) {
            return new NotCounted();
        }
        Map<String, Count> counts = new HashMap<>();
        top.getDocument("totals").forEach((namespace, counted) -> {
            if (counted.isDocument()) {
                counts.put(namespace, count(counted.asDocument()));
            }
        });
        return new Known(counts);
    }

    private static Count count(BsonDocument counted) {
        return new Count(number(counted, "queries"), number(counted, "readLock"), number(counted, "writeLock"));
    }

    private static long number(BsonDocument counted, String kind) {
        BsonValue of = counted.get(kind);
        return of != null && of.isDocument() && of.asDocument().isNumber("count")
                ? of.asDocument().getNumber("count").longValue()
                : 0;
    }
}
