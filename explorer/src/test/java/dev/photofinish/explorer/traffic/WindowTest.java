package dev.photofinish.explorer.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database does not count")
class WindowTest {

    private final TestDatabase database;
    private final Passing passing = new Passing();

    @AutoClose
    private final MongoClient known;

    private final MongoDatabase shop;
    private final MongoCollection<Document> items;

    WindowTest(TestDatabase database) {
        this.database = database;
        this.known = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.uri()))
                .addCommandListener(new OwnCommands(passing))
                .build());
        this.shop = known.getDatabase(database.name());
        this.items = shop.getCollection("items");
    }

    @BeforeEach
    void someItems() {
        items.insertMany(IntStream.range(0, 300)
                .mapToObj(id -> new Document("_id", id).append("kind", id % 3))
                .toList());
        shop.getCollection("kinds").insertOne(new Document("kind", 1));
        shop.createView("ones", "items", List.of(new Document("$match", new Document("kind", 1))));
    }

    @Test
    void whatIsKnownIsNotLeftOver() {
        Window window = open();

        items.find(Filters.eq("_id", 1)).first();
        items.find().batchSize(100).into(new ArrayList<>());
        shop.getCollection("nowhere").find().first();
        items.countDocuments();
        items.estimatedDocumentCount();
        items.distinct("kind", Integer.class).into(new ArrayList<>());
        items.listIndexes().into(new ArrayList<>());
        items.aggregate(List.of(Document.parse(
                        "{$lookup: {from: 'kinds', localField: 'kind', foreignField: 'kind', as: 'k'}}")))
                .into(new ArrayList<>());
        items.updateMany(Filters.eq("kind", 2), Updates.inc("n", 1));
        items.updateOne(Filters.eq("_id", "new"), Updates.inc("n", 1), new UpdateOptions().upsert(true));
        items.findOneAndDelete(Filters.eq("_id", "new"));
        items.deleteOne(Filters.eq("_id", 299));

        assertThat(window.close()).matches(Surplus::isNothing);
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions and change streams")
    void norIsWhatATransactionOrAChangeStreamReads() {
        Window window = open();

        try (ClientSession session = known.startSession();
                var changes = items.watch().cursor()) {
            session.withTransaction(() -> {
                items.find(session, Filters.eq("_id", 1)).first();
                return items.updateOne(session, Filters.eq("_id", 1), Updates.inc("n", 1));
            });
            assertThat(changes.next()).isNotNull();
        }

        assertThat(window.close()).matches(Surplus::isNothing);
    }

    @Test
    void whatSomebodyElseDoesIs() {
        Window window = open();

        items.find(Filters.eq("_id", 1)).first();
        database.collection("items").find(Filters.eq("_id", 1)).first();
        database.collection("items").countDocuments();
        database.collection("kinds").updateOne(Filters.eq("kind", 1), Updates.inc("n", 1));

        Surplus surplus = window.close();
        assertThat(surplus.reads()).containsExactly(Map.entry(database.name() + ".items", 2L));
        assertThat(surplus.writes()).containsExactly(Map.entry(database.name() + ".kinds", 1L));
    }

    /** The server counts those who read it twice, and what it shows as well. */
    @Test
    void nothingIsSaidWhereAViewIsRead() {
        Window window = open();

        shop.getCollection("ones").find().into(new ArrayList<>());

        assertThat(window.close()).matches(Surplus::isNothing);
    }

    /** Each of the replies counts as a read, though there was one command. */
    @Test
    void norWhereOneIsAnsweredAgainAndAgain() {
        Window window = open();
        Explained exhaust = Explained.by(
                        database.name(), BsonDocument.parse("{getMore: {$numberLong: '7'}, collection: 'items'}"))
                .anyNumberOfTimes();
        passing.begins(exhaust);
        passing.ends(exhaust);

        database.collection("items").countDocuments();
        database.collection("items").countDocuments();

        assertThat(window.close()).matches(Surplus::isNothing);
    }

    @Test
    void whatIsUnderWayAtItsBeginningIsNotLeftOver() {
        Explained find = Explained.by(database.name(), BsonDocument.parse("{find: 'items', filter: {_id: 1}}"));
        passing.begins(find);
        Window window = open();

        database.collection("items").find(Filters.eq("_id", 1)).first();
        passing.ends(find);

        assertThat(window.close()).matches(Surplus::isNothing);
    }

    private Window open() {
        return Window.open(known, passing);
    }
}
