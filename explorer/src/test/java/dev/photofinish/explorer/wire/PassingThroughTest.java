package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class PassingThroughTest {

    private final TestDatabase database;
    private WireGate gate;
    private MongoClient client;

    PassingThroughTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void connect() throws Exception {
        gate = TestGates.open(database.uri());
        client = TestGates.client(gate);
    }

    @AfterEach
    void disconnect() {
        client.close();
        gate.close();
    }

    @Test
    void whatTheApplicationWritesIsInTheDatabase() {
        stock().insertOne(new Document("_id", "S-1").append("quantity", 100));

        stock().updateOne(Filters.eq("_id", "S-1"), Updates.inc("quantity", -80));

        assertThat(database.collection("stock").find().first()).containsEntry("quantity", 20);
        assertThat(stock().find().first()).containsEntry("quantity", 20);
    }

    @Test
    void documentsLargerThanAnySegmentPassBothWays() {
        String text = "x".repeat(5_000_000);

        stock().insertMany(List.of(new Document("text", text), new Document("text", text)));

        assertThat(stock().find().into(new ArrayList<>()))
                .extracting(document -> document.getString("text"))
                .containsExactly(text, text);
    }

    @Test
    void aCursorIsReadAcrossBatches() {
        stock().insertMany(IntStream.range(0, 500)
                .mapToObj(i -> new Document("_id", i))
                .toList());

        List<Document> read = stock().find().batchSize(7).into(new ArrayList<>());

        assertThat(read).hasSize(500);
    }

    @Test
    void sixteenConnectionsDoNotGetInEachOthersWay() throws Exception {
        stock().insertOne(new Document("_id", "S-1").append("quantity", 0));

        try (var threads = Executors.newFixedThreadPool(16)) {
            var writers = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> {
                        for (int n = 0; n < 20; n++) {
                            stock().updateOne(Filters.eq("_id", "S-1"), Updates.inc("quantity", 1));
                        }
                    }))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
        }

        assertThat(database.collection("stock").find().first()).containsEntry("quantity", 320);
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "a replica set names its members")
    void aReplicaSetsClientIsToldOfTheGateAlone() {
        stock().insertOne(new Document("_id", "S-1"));

        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

        String ours = gate.connectionString().replaceAll("mongodb://(.*)/.*", "$1");
        assertThat(hello.getList("hosts", String.class)).containsExactly(ours);
        assertThat(hello).containsEntry("me", ours).containsEntry("primary", ours);
        assertThat(client.getClusterDescription().getServerDescriptions())
                .allSatisfy(server -> assertThat(server.getAddress()).hasToString(ours));
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void transactionsPass() {
        database.database().createCollection("stock");

        try (var session = client.startSession()) {
            session.withTransaction(() -> stock().insertOne(session, new Document("_id", "S-1")));
        }

        assertThat(database.collection("stock").countDocuments()).isEqualTo(1);
    }

    private MongoCollection<Document> stock() {
        return client.getDatabase(database.name()).getCollection("stock");
    }
}
