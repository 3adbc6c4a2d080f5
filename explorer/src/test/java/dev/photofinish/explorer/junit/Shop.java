package dev.photofinish.explorer.junit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import org.bson.Document;

/** The example of docs/explorer-junit.md: sells paper out of one stock. */
class Shop {

    private final MongoCollection<Document> stock;

    Shop(MongoClient client, String database) {
        this.stock = client.getDatabase(database).getCollection("stock");
    }

    void fill(int quantity) {
        stock.deleteMany(new Document());
        stock.insertOne(new Document("_id", "paper").append("left", quantity));
    }

    int left() {
        return Objects.requireNonNull(stock.find(eq("paper")).first()).getInteger("left");
    }

    /** Looks whether there is enough, then writes what will be left; gives what was bought. */
    int buy(int quantity) {
        int left = left();
        if (left < quantity) {
            return 0;
        }
        stock.updateOne(eq("paper"), set("left", left - quantity));
        return quantity;
    }

    /** Lets the database look and write in one command. */
    int buyAtOnce(int quantity) {
        var result = stock.updateOne(and(eq("paper"), gte("left", quantity)), inc("left", -quantity));
        return result.getModifiedCount() == 1 ? quantity : 0;
    }
}
