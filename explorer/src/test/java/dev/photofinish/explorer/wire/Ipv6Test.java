package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.connection.ServerDescription;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.misty.database.OwnMongod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses with colons in them, towards the application and towards the database. */
class Ipv6Test {

    private static final String LOOPBACK = "::1";
    private static final byte[] LOOPBACK_BYTES = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWhereThereIsOne() {
        assumeTrue(canListenThere(), "Not tried: this machine has no IPv6.");
    }

    private static boolean canListenThere() {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK_BYTES))) {
            return listening.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void membersAreReachedThroughTheGateOnTheAddressOnWhichItListens() throws Exception {
        try (OwnMongod mongod = set("127.0.0.1");
                WireGate gate = gate("[::1]:0", mongod);
                MongoClient client = TestGates.client(gate)) {
            stock(client).insertOne(new Document("_id", "lot"));

            assertThat(gate.connectionString()).matches("mongodb://\\[::1]:\\d+/\\?replicaSet=rs0");
            assertThat(client.getClusterDescription().getServerDescriptions())
                    .extracting(ServerDescription::getAddress)
                    .extracting(Object::toString)
                    .doesNotContain(mongod.address());
        }
    }

    /** The database names the connection that waits as it sees it. */
    @Test
    void whoIsBlockedInTheDatabaseIsSeen() throws Exception {
        try (OwnMongod mongod = set(LOOPBACK);
                WireGate gate = gate("127.0.0.1:0", mongod);
                MongoClient client = TestGates.client(gate)) {
            var contest = new WireContest<>(
                    gate,
                    Shop.contest(() -> sellInATransaction(client), () -> sell(client)),
                    new RestoredData(gate.database(), () -> fill(gate.database())),
                    () -> left(gate.database()),
                    Set.of());

            var exploration = Explorations.exhaustive(contest, left -> left != 98);

            assertThat(exploration.obstacles()).isEmpty();
            assertThat(exploration.coverage().complete()).isTrue();
            assertThat(exploration.coverage().violating()).isZero();
        }
    }

    private static Object sellInATransaction(MongoClient client) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            stock(client).updateOne(session, Filters.eq("_id", "lot"), Updates.inc("left", -1));
            stock(client).updateOne(session, Filters.eq("_id", "other"), Updates.inc("left", 1));
            session.commitTransaction();
        }
        return "sold";
    }

    private static Object sell(MongoClient client) {
        return stock(client).updateOne(Filters.eq("_id", "lot"), Updates.inc("left", -1));
    }

    private static void fill(MongoClient client) {
        stock(client).insertMany(List.of(new Document("_id", "lot").append("left", 100), new Document("_id", "other")));
    }

    private static int left(MongoClient client) {
        return Objects.requireNonNull(
                        stock(client).find(Filters.eq("_id", "lot")).first())
                .getInteger("left");
    }

    private static MongoCollection<Document> stock(MongoClient client) {
        return client.getDatabase("shop").getCollection("stock");
    }

    private static WireGate gate(String listen, OwnMongod mongod) throws Exception {
        return WireGate.open(
                WireSettings.parse(listen, "mongodb://" + mongod.address() + "/?replicaSet=rs0", Optional.empty()));
    }

    /** A replica set of one. */
    private OwnMongod set(String host) throws Exception {
        OwnMongod mongod = OwnMongod.startOn(host, folder, "--ipv6", "--replSet", "rs0", "--oplogSize", "64");
        try (MongoClient direct = MongoClients.create("mongodb://" + mongod.address() + "/?directConnection=true")) {
            direct.getDatabase("admin")
                    .runCommand(new Document(
                            "replSetInitiate",
                            new Document("_id", "rs0")
                                    .append(
                                            "members",
                                            List.of(new Document("_id", 0).append("host", mongod.address())))));
        }
        try (MongoClient member = MongoClients.create("mongodb://" + mongod.address() + "/?replicaSet=rs0")) {
            stock(member).countDocuments(); // waits for a primary
        }
        return mongod;
    }
}
