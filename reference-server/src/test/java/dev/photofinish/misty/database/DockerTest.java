package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Only where there is a Docker: docs/howto-docker.md says how to bring one up for this test alone. */
class DockerTest {

    @Test
    void aReplicaSetInAContainerIsWritableAtOnceWithDefaultSettings() {
        try (RunningDatabase database = start(Engine.REPLICA_SET);
                MongoClient client = MongoClients.create(database.uri());
                var session = client.startSession()) {
            var stock = client.getDatabase("misty").getCollection("stock");

            session.withTransaction(() -> stock.insertOne(session, new Document("quantity", 100)));

            assertThat(stock.countDocuments()).isEqualTo(1);
            assertThat(database.engine()).isEqualTo(Engine.REPLICA_SET);
            assertThat(database.description())
                    .matches("mongod \\d+\\.\\d+\\.\\d+, one-member replica set, in Docker \\(mongo:6\\.0\\)");
        }
    }

    @Test
    void aStandaloneContainerIsNoReplicaSetAndIsGoneWhenClosed() {
        RunningDatabase database = start(Engine.STANDALONE);
        String uri = database.uri() + "/?serverSelectionTimeoutMS=500";
        assertThat(database.engine()).isEqualTo(Engine.STANDALONE);

        database.close();

        try (MongoClient client = MongoClients.create(uri)) {
            assertThatThrownBy(() -> client.getDatabase("admin").runCommand(new Document("ping", 1)))
                    .isInstanceOf(MongoException.class);
        }
    }

    private static RunningDatabase start(Engine engine) {
        Place.Find find = new Docker(Surroundings.ofThisProcess()).look(engine);
        assumeFalse(find instanceof Place.Find.Nothing, () -> "No Docker here: " + find);
        assertThat(find).isInstanceOf(Place.Find.Found.class);
        return ((Place.Find.Found) find).database();
    }
}
