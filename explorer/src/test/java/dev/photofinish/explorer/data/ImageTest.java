package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@EveryEngine
class ImageTest {

    private final TestDatabase database;

    ImageTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whateverWasWrittenIsTakenBack() {
        database.collection("stock").insertMany(numbered(0, 5));
        Image image = image("stock");

        database.collection("stock").updateOne(Filters.eq("_id", 1), Updates.set("quantity", 7));
        database.collection("stock").deleteOne(Filters.eq("_id", 2));
        database.collection("stock").insertOne(new Document("_id", 9));
        image.restore();

        assertThat(documents("stock")).containsExactlyElementsOf(numbered(0, 5));
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "it has a majority")
    void theMajorityHasItThen() {
        assertThat(writeConcernsWhileItIsTakenBack())
                .containsOnlyOnce("majority")
                .endsWith("majority");
    }

    @Test
    @OnEngine(value = Engine.STANDALONE, because = "there are no other members to be waited for")
    void aServerThatStandsAloneIsNotAskedForAMajority() {
        assertThat(writeConcernsWhileItIsTakenBack()).isNotEmpty().doesNotContain("majority");
    }

    /** As each write says them, in their order. */
    private List<String> writeConcernsWhileItIsTakenBack() {
        List<String> concerns = new CopyOnWriteArrayList<>();
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommand().get("writeConcern") instanceof BsonDocument concern) {
                    concerns.add(concern.get("w") instanceof BsonString name ? name.getValue() : "members by number");
                }
            }
        };
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.uri()))
                .addCommandListener(listener)
                .build();
        database.collection("stock").insertMany(numbered(0, 5));
        try (MongoClient client = MongoClients.create(settings)) {
            Image image = Image.of(client, Set.of(new MongoNamespace(database.name(), "stock")));
            database.collection("stock").insertOne(new Document("_id", 9));
            image.restore();
        }
        return concerns;
    }

    @Test
    void naturalOrderTooSoThatTheNextScheduleReadsTheSame() {
        database.collection("stock").insertMany(numbered(0, 3));
        Image image = image("stock");

        database.collection("stock").deleteOne(Filters.eq("_id", 1));
        image.restore();
        database.collection("stock").insertOne(new Document("_id", 9));
        List<Document> first = documents("stock");
        image.restore();
        database.collection("stock").insertOne(new Document("_id", 9));

        assertThat(first)
                .extracting(document -> document.getInteger("_id"))
                .containsExactly(0, 1, 2, 9)
                .isEqualTo(documents("stock").stream()
                        .map(document -> document.getInteger("_id"))
                        .toList());
    }

    @Test
    void theOrderInWhichEarlierSchedulesDeletedDoesNotShow() {
        database.collection("log").insertMany(numbered(0, 2));
        Image image = image("log");
        database.collection("log").insertMany(numbered(10, 13));
        image.restore();
        database.collection("log").insertMany(numbered(10, 12));
        image.restore();

        database.collection("log").insertMany(numbered(10, 13));

        assertThat(documents("log"))
                .extracting(document -> document.getInteger("_id"))
                .containsExactly(0, 1, 10, 11, 12);
    }

    @Test
    void uniqueValuesThatWereExchangedAreExchangedBack() {
        database.collection("orders").createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        List<Document> orders =
                List.of(new Document("_id", 1).append("number", 1), new Document("_id", 2).append("number", 2));
        database.collection("orders").insertMany(orders);
        Image image = image("orders");

        database.collection("orders").updateOne(Filters.eq("_id", 1), Updates.set("number", 3));
        database.collection("orders").updateOne(Filters.eq("_id", 2), Updates.set("number", 1));
        database.collection("orders").updateOne(Filters.eq("_id", 1), Updates.set("number", 2));
        image.restore();

        assertThat(documents("orders")).isEqualTo(orders);
    }

    @Test
    void manyDocumentsGoBackInBatches() {
        database.collection("log").insertMany(numbered(0, 2_500));
        Image image = image("log");

        database.collection("log").deleteMany(new Document());
        image.restore();

        assertThat(documents("log")).isEqualTo(numbered(0, 2_500));
    }

    @Test
    void aCollectionThatDidNotExistIsEmptiedAndKeepsTheIndexesThatCameToIt() {
        Image image = image("orders");

        database.collection("orders").createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        database.collection("orders").insertOne(new Document("number", 1));
        image.restore();

        assertThat(documents("orders")).isEmpty();
        assertThat(database.collection("orders").listIndexes().into(new ArrayList<>()))
                .hasSize(2);
    }

    @Test
    void aDroppedCollectionGetsItsIndexesBack() {
        database.collection("orders").createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        database.collection("orders").insertOne(new Document("_id", 1).append("number", 1));
        Image image = image("orders");

        database.collection("orders").drop();
        image.restore();

        assertThat(documents("orders")).containsExactly(new Document("_id", 1).append("number", 1));
        assertThat(database.collection("orders").listIndexes().into(new ArrayList<>()))
                .filteredOn(index -> Boolean.TRUE.equals(index.getBoolean("unique")))
                .hasSize(1);
    }

    @Test
    void whatHasJustBeenReadIsNotReadAgain() {
        database.collection("stock").insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        Image image = image("stock");

        database.collection("stock").updateOne(Filters.eq("_id", 1), Updates.set("quantity", 1));
        database.collection("stock").insertOne(new Document("_id", 3));
        image.restore(Contents.of(database.client(), Set.of(namespace("stock"))), Set.of());

        assertThat(documents("stock")).containsExactly(new Document("_id", 1), new Document("_id", 2));
    }

    @Test
    void whatIsNotThereAsItWasReadIsPutBackFromScratch() {
        database.collection("stock").insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        Image image = image("stock");

        database.collection("stock").updateOne(Filters.eq("_id", 1), Updates.set("quantity", 1));
        Contents outdated = Contents.of(database.client(), Set.of(namespace("stock")));
        database.collection("stock").deleteOne(Filters.eq("_id", 1));
        image.restore(outdated, Set.of());

        assertThat(documents("stock")).containsExactly(new Document("_id", 1), new Document("_id", 2));
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded database has its collections made anew, indexes and all")
    void indexesAreLookedAtOnlyWhereTheyMayBeOthers() {
        database.collection("stock").createIndex(Indexes.ascending("code"));
        database.collection("log").createIndex(Indexes.ascending("code"));
        Image image = image("stock", "log");

        database.collection("stock").dropIndexes();
        database.collection("log").dropIndexes();
        image.restore(Contents.UNKNOWN, Set.of(namespace("stock")));

        assertThat(database.collection("stock").listIndexes()).hasSize(2);
        assertThat(database.collection("log").listIndexes()).hasSize(1);
    }

    @Test
    void aCollectionIsCoveredOnceWhenItIsFirstWritten() {
        Image image = image("stock");
        database.collection("log").insertOne(new Document("_id", 1));

        image.cover(Set.of(namespace("log")));
        database.collection("log").insertOne(new Document("_id", 2));
        image.cover(Set.of(namespace("log")));
        image.restore();

        assertThat(documents("log")).containsExactly(new Document("_id", 1));
        assertThat(image.covered()).containsExactly(namespace("stock"), namespace("log"));
    }

    @Test
    void aLargeCollectionIsRefused() {
        database.collection("files").insertMany(numbered(0, 4));
        database.collection("pictures").insertOne(new Document("bytes", "x".repeat(2 << 20)));
        Bound bound = new Bound(3, 1L << 20, 10);

        assertThatThrownBy(() -> CollectionImage.take(database.client(), namespace("files"), bound))
                .isInstanceOf(CannotRestore.class)
                .hasMessageContaining("files holds more than 3 documents or 1 MB");
        assertThatThrownBy(() -> CollectionImage.take(database.client(), namespace("pictures"), bound))
                .hasMessageContaining("pictures holds more than 3 documents or 1 MB");
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "capped collections and views")
    void aCappedCollectionOrAViewIsRefused() {
        database.database()
                .createCollection(
                        "ring", new CreateCollectionOptions().capped(true).sizeInBytes(4096));
        database.database().createView("open", "orders", List.of());

        assertThatThrownBy(() -> image("ring")).hasMessageContaining("ring is a capped collection");
        assertThatThrownBy(() -> image("open")).hasMessageContaining("open is a view");
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void aTransactionThatWasLeftOpenIsNamed() {
        database.collection("stock").insertOne(new Document("_id", 1));
        CollectionImage image = CollectionImage.take(database.client(), namespace("stock"), new Bound(10, 1L << 20, 1));

        database.collection("stock").updateOne(Filters.eq("_id", 1), Updates.set("quantity", 7));
        try (ClientSession open = database.client().startSession()) {
            open.startTransaction();
            database.collection("stock").updateOne(open, Filters.eq("_id", 1), Updates.set("quantity", 1));

            assertThatThrownBy(() -> image.restore(database.client(), Optional.empty(), false))
                    .isInstanceOf(CannotRestore.class)
                    .hasMessageContaining("stock could not be put back within 1 seconds")
                    .hasMessageContaining("A transaction that was left open blocks it");
        }
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded one has no views")
    void noTransactionIsBlamedWhereTheDatabaseRefusesForAnotherReason() {
        database.collection("stock").insertOne(new Document("_id", 1));
        CollectionImage image = CollectionImage.take(database.client(), namespace("stock"), Bound.DEFAULT);

        database.collection("stock").drop();
        database.database().createView("stock", "orders", List.of());

        assertThatThrownBy(() -> image.restore(database.client(), Optional.empty(), false))
                .isInstanceOf(CannotRestore.class)
                .hasMessageStartingWith(
                        "The documents of " + namespace("stock").getFullName() + " could not be put back:")
                .hasMessageNotContaining("transaction");
    }

    private Image image(String... collections) {
        return Image.of(
                database.client(),
                Stream.of(collections).map(this::namespace).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private MongoNamespace namespace(String collection) {
        return new MongoNamespace(database.name(), collection);
    }

    private List<Document> documents(String collection) {
        return database.collection(collection).find().into(new ArrayList<>());
    }

    private static List<Document> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(id -> new Document("_id", id)).toList();
    }
}
