package dev.photofinish.explorer.bench;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import org.bson.Document;

/** A shop with one lot, of which is sold without care: read, computed, written. */
final class Till {

    static final int STOCK = 100;

    private static final int SALE = 30;

    private final MongoCollection<Document> stock;

    Till(MongoClient client, String database) {
        this.stock = client.getDatabase(database).getCollection("stock");
    }

    void fill() {
        stock.deleteMany(new Document());
        stock.insertOne(new Document("_id", "lot").append("left", STOCK));
    }

    /** Answers how much was sold. */
    int sell() {
        stock.updateOne(eq("lot"), set("left", left() - SALE));
        return SALE;
    }

    int left() {
        return Objects.requireNonNull(stock.find(eq("lot")).first(), "the lot has gone")
                .getInteger("left");
    }
}
