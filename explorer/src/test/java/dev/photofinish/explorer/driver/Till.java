package dev.photofinish.explorer.driver;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;

/** A shop with one lot of 100 units, and five ways to sell of it: one is racy. */
final class Till {

    private final MongoCollection<Document> stock;

    Till(MongoDatabase database) {
        this.stock = database.getCollection("stock");
    }

    void fill() {
        stock.deleteMany(new Document());
        stock.insertOne(new Document("_id", "lot").append("left", 100));
    }

    int left() {
        return lot().getInteger("left");
    }

    /** Reads, then writes what it has computed. */
    boolean findThenSet(int quantity) {
        int left = left();
        if (left < quantity) {
            return false;
        }
        stock.updateOne(eq("lot"), set("left", left - quantity));
        return true;
    }

    /** One command that decides and writes. */
    boolean conditionally(int quantity) {
        return stock.updateOne(and(eq("lot"), gte("left", quantity)), inc("left", -quantity))
                        .getModifiedCount()
                == 1;
    }

    /** Looks first, for a better message, and decides in the write all the same. */
    boolean lookThenConditionally(int quantity) {
        left();
        return conditionally(quantity);
    }

    /** Writes only over what it has read, and begins again otherwise. */
    boolean compareAndSet(int quantity) {
        while (true) {
            int left = left();
            if (left < quantity) {
                return false;
            }
            var result = stock.updateOne(and(eq("lot"), eq("left", left)), set("left", left - quantity));
            if (result.getModifiedCount() == 1) {
                return true;
            }
        }
    }

    /** Sells while it holds a lock that is kept in the database, for which it asks again and again. */
    boolean underALockInTheDatabase(int quantity) {
        while (stock.updateOne(and(eq("lot"), exists("locked", false)), set("locked", true))
                        .getModifiedCount()
                == 0) {
            Thread.onSpinWait();
        }
        try {
            return conditionally(quantity);
        } finally {
            stock.updateOne(eq("lot"), unset("locked"));
        }
    }

    private Document lot() {
        return Objects.requireNonNull(stock.find(eq("lot")).first());
    }
}
