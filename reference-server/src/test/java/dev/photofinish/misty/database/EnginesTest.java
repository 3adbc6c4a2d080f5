package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.ClientSession;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@EveryEngine
class EnginesTest {

    private final TestDatabase database;

    EnginesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void keepsWhatWasWritten() {
        database.collection("stock").insertOne(new Document("_id", 1).append("quantity", 100));

        assertThat(database.collection("stock").find().first()).containsEntry("quantity", 100);
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void commitsATransaction() {
        database.database().createCollection("stock");

        try (ClientSession session = database.client().startSession()) {
            session.withTransaction(() -> database.collection("stock").insertOne(session, new Document("_id", 1)));
        }

        assertThat(database.collection("stock").countDocuments()).isEqualTo(1);
    }
}
