package dev.photofinish.explorer.wire;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** An application in this process, with one client for all of its requests, as applications have. */
final class Shop {

    private final MongoClient client;
    private final String database;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    Shop(MongoClient client, String database) {
        this.client = client;
        this.database = database;
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase(database).getCollection(name);
    }

    MongoClient client() {
        return client;
    }

    /** Fresh stock of 100. */
    void given() {
        collection("stock").drop();
        collection("stock").insertOne(new Document("_id", "S-1").append("quantity", 100));
    }

    /** Oversells: it decides on what it has read. */
    Callable<?> readsThenWrites(String contender) {
        return () -> {
            Document stock = collection("stock").find(Filters.eq("_id", "S-1")).first();
            int left = stock.getInteger("quantity") - 80;
            if (left >= 0) {
                collection("stock").updateOne(Filters.eq("_id", "S-1"), Updates.set("quantity", left));
            }
            return answers.put(contender, left >= 0 ? "granted" : "refused");
        };
    }

    /** Right: the database decides. */
    Callable<?> writesIfEnough(String contender) {
        return () -> {
            var enough = Filters.and(Filters.eq("_id", "S-1"), Filters.gte("quantity", 80));
            boolean granted = collection("stock")
                            .updateOne(enough, Updates.inc("quantity", -80))
                            .getModifiedCount()
                    == 1;
            return answers.put(contender, granted ? "granted" : "refused");
        };
    }

    /** What everybody was told: to be read when all have their answers. */
    Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    static Map<String, Callable<?>> contest(Callable<?> first, Callable<?> second) {
        Map<String, Callable<?>> contenders = new LinkedHashMap<>();
        contenders.put("A", first);
        contenders.put("B", second);
        return contenders;
    }
}
