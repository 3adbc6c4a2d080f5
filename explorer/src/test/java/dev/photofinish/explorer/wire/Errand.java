package dev.photofinish.explorer.wire;

import com.mongodb.MongoNamespace;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** What two users, A and B, want of a {@link ForeignShop} at once, and get in whatever order their commands come. */
enum Errand {
    /** Both take from the same stock: three commands each. */
    TAKE(20, "stock", "movements") {
        @Override
        void give(TestDatabase database) {
            replace(database, "stock", new Document("_id", "S-1").append("quantity", 1_000));
            replace(database, "movements");
        }

        @Override
        Callable<?> of(ForeignShop shop, String contender) {
            return shop.take(contender);
        }
    },
    /** Each invoices an order of its own: six commands each, the third counts the invoices and the fourth inserts one. */
    INVOICE(924, "orders", "invoices") {
        @Override
        void give(TestDatabase database) {
            replace(database, "clients", new Document("id", "C-1").append("company_name", "Papier & Co"));
            replace(database, "orders", order("O-A"), order("O-B"));
            replace(database, "invoices");
        }

        @Override
        Callable<?> of(ForeignShop shop, String contender) {
            return shop.invoice(contender, "O-" + contender);
        }
    };

    private final int schedules;
    private final List<String> written;

    Errand(int schedules, String... written) {
        this.schedules = schedules;
        this.written = List.of(written);
    }

    abstract void give(TestDatabase database);

    abstract Callable<?> of(ForeignShop shop, String contender);

    /** How many interleavings there are of the commands of both. */
    int schedules() {
        return schedules;
    }

    /** The collections that it writes. */
    Set<MongoNamespace> written(TestDatabase database) {
        return written.stream()
                .map(name -> new MongoNamespace(database.name(), name))
                .collect(Collectors.toSet());
    }

    private static Document order(String id) {
        Document item = new Document("product_name", "Cores, 76 mm")
                .append("quantity", 40)
                .append("unit_price", 2.5)
                .append("total_price", 100.0);
        return new Document("id", id)
                .append("client_id", "C-1")
                .append("items", List.of(item))
                .append("subtotal", 100.0)
                .append("gst", 10.0)
                .append("total_amount", 110.0)
                .append("current_stage", "invoicing")
                .append("status", "active");
    }

    private static void replace(TestDatabase database, String collection, Document... documents) {
        database.collection(collection).drop();
        database.database().createCollection(collection);
        Stream.of(documents).forEach(database.collection(collection)::insertOne);
    }
}
