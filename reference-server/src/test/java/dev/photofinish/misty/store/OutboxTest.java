package dev.photofinish.misty.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class OutboxTest {

    private static final PoolSettings POOL = new PoolSettings(0, 2, Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final TestDatabase database;
    private Store store;
    private Outbox outbox;

    OutboxTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        store = Store.open(database.uri(), database.name(), POOL);
        store.unique("invoices", "id");
        store.unique("invoices", "number");
        outbox = new Outbox(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDeliveryCanBeRepeated() {
        Document order = order(Outbox.insert("invoices", new Document("id", "a").append("number", "1")));

        outbox.deliver("orders", order);
        outbox.deliver("orders", order);

        assertThat(database.collection("invoices").countDocuments()).isEqualTo(1);
        assertThat(stored().getList(Outbox.FIELD, Document.class)).isEmpty();
    }

    @Test
    void aDuplicateOfSomethingElseThanTheIdIsAFailure() {
        database.collection("invoices").insertOne(new Document("id", "other").append("number", "1"));
        Document order = order(Outbox.insert("invoices", new Document("id", "a").append("number", "1")));

        assertThatThrownBy(() -> outbox.deliver("orders", order)).isInstanceOf(MongoWriteException.class);

        assertThat(stored().getList(Outbox.FIELD, Document.class)).hasSize(1);
    }

    @Test
    void entriesOfOneDocumentShareItsNumber() {
        Document order = order(numbered("a", "~1"), numbered("b", "~2"));

        outbox.deliver("orders", order);

        assertThat(number("a")).isEqualTo("INV-0001~1");
        assertThat(number("b")).isEqualTo("INV-0001~2");
        assertThat(stored().getString("outbox_base")).isEqualTo("INV-0001");
    }

    @Test
    void aDeliveryThatDoesNotKnowOfTheNumberYetGoesOnWithIt() {
        Document before = order(numbered("a", "~1"), numbered("b", "~2"));
        Document first = new Document(before)
                .append(
                        Outbox.FIELD,
                        before.getList(Outbox.FIELD, Document.class).subList(0, 1));
        outbox.deliver("orders", first);

        outbox.deliver("orders", before);

        assertThat(number("a")).isEqualTo("INV-0001~1");
        assertThat(number("b")).isEqualTo("INV-0001~2");
    }

    @Test
    void anAssignmentReachesWhatItNamesAndNothingElse() {
        database.collection("movements")
                .insertMany(
                        List.of(new Document("id", "a").append("of", "x"), new Document("id", "b").append("of", "y")));
        Document order = order(Outbox.assign("movements", new Document("of", "x"), new Document("is_archived", true)));

        outbox.deliver("orders", order);

        assertThat(database.collection("movements").find(Filters.eq("is_archived", true)))
                .extracting(movement -> movement.getString("id"))
                .containsExactly("a");
    }

    private Document order(Document... entries) {
        Document order = new Document("id", "order").append(Outbox.FIELD, List.of(entries));
        database.collection("orders").insertOne(order);
        return order;
    }

    private static Document numbered(String id, String suffix) {
        return Outbox.insertNumbered(
                "invoices", new Document("id", id), new Numbering("invoices", "INV-%04d", "base", "number", suffix));
    }

    private Document stored() {
        return database.collection("orders").find().first();
    }

    private String number(String id) {
        return database.collection("invoices")
                .find(Filters.eq("id", id))
                .first()
                .getString("number");
    }
}
