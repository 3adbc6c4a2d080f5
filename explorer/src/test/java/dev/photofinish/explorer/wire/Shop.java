package dev.photofinish.explorer.wire;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** An application in this process, with one client for all of its requests, as applications have. */
final class Shop implements Storeroom {

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

    /** Two accounts of 100. */
    void givenAccounts() {
        collection("accounts").drop();
        collection("accounts")
                .insertMany(List.of(
                        new Document("_id", "X").append("balance", 100),
                        new Document("_id", "Y").append("balance", 100)));
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

    /** In an explicit transaction that is not tried again. */
    Callable<?> inATransaction(String contender, Business business) {
        return () -> {
            try (ClientSession session = client.startSession()) {
                session.startTransaction();
                try {
                    business.doIn(session);
                    session.commitTransaction();
                    return answers.put(contender, "committed");
                } catch (MongoException e) {
                    if (session.hasActiveTransaction()) {
                        session.abortTransaction();
                    }
                    return answers.put(contender, "aborted");
                }
            }
        };
    }

    /** In a transaction that the driver tries again by itself. */
    Callable<?> withTransaction(String contender, Business business) {
        return () -> {
            try (ClientSession session = client.startSession()) {
                session.withTransaction(() -> {
                    business.doIn(session);
                    return true;
                });
            }
            return answers.put(contender, "committed");
        };
    }

    @Override
    public Callable<?> take(String contender) {
        return () -> {
            try (ClientSession session = client.startSession()) {
                return answers.put(contender, granted(readAndTake(session)));
            }
        };
    }

    @Override
    public Callable<?> takeInTransaction(String contender) {
        return () -> {
            try (ClientSession session = client.startSession()) {
                return answers.put(contender, granted(session.withTransaction(() -> readAndTake(session))));
            }
        };
    }

    private boolean readAndTake(ClientSession session) {
        var lot = Filters.eq("_id", "S-1");
        int left = collection("stock").find(session, lot).first().getInteger("quantity") - 80;
        if (left < 0) {
            return false;
        }
        collection("stock").updateOne(session, lot, Updates.set("quantity", left));
        collection("movements").insertOne(session, movement());
        return true;
    }

    @Override
    public Callable<?> takeSafely(String contender) {
        return () -> {
            var enough = Filters.and(Filters.eq("_id", "S-1"), Filters.gte("quantity", 80));
            boolean taken = collection("stock").findOneAndUpdate(enough, Updates.inc("quantity", -80)) != null;
            if (taken) {
                collection("movements").insertOne(movement());
            }
            return answers.put(contender, granted(taken));
        };
    }

    private static Document movement() {
        return new Document("stock", "S-1").append("quantity", 80);
    }

    private static String granted(boolean taken) {
        return taken ? "granted" : "refused";
    }

    Callable<?> told(String contender, Runnable business) {
        return () -> {
            business.run();
            return answers.put(contender, "done");
        };
    }

    void add(ClientSession session, String account, int amount) {
        collection("accounts").updateOne(session, Filters.eq("_id", account), Updates.inc("balance", amount));
    }

    int balance(ClientSession session, String account) {
        return collection("accounts")
                .find(session, Filters.eq("_id", account))
                .first()
                .getInteger("balance");
    }

    /** What is done in a transaction. */
    interface Business {

        void doIn(ClientSession session);
    }

    @Override
    public Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    static Map<String, Callable<?>> contest(Callable<?> first, Callable<?> second) {
        Map<String, Callable<?>> contenders = new LinkedHashMap<>();
        contenders.put("A", first);
        contenders.put("B", second);
        return contenders;
    }
}
