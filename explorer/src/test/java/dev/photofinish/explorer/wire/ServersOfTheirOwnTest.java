package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerDescription;
import dev.photofinish.misty.database.OwnMongod;
import dev.photofinish.misty.database.TlsMongod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that want TLS or credentials, several members, and addresses that DNS has to be asked for. */
class ServersOfTheirOwnTest {

    @TempDir
    private Path folder;

    @Test
    void tlsTowardsTheServerAndPlainTowardsTheApplication() throws Exception {
        try (TlsMongod mongod = TlsMongod.start(folder)) {
            SSLContext trust = Trust.onlyIn(mongod.authority());

            try (WireGate gate =
                            WireGate.open(WireSettings.parse("127.0.0.1:0", mongod.uri("shop"), Optional.of(trust)));
                    MongoClient client = TestGates.client(gate)) {
                client.getDatabase("shop").getCollection("stock").insertOne(new Document("text", "x".repeat(500_000)));

                assertThat(gate.database()
                                .getDatabase("shop")
                                .getCollection("stock")
                                .countDocuments())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aServerThatWantsTlsIsSaidToWantIt() throws Exception {
        try (TlsMongod mongod = TlsMongod.start(folder)) {
            assertThatThrownBy(
                            () -> TestGates.open("mongodb://" + mongod.mongod().address()))
                    .isInstanceOf(CannotOpenGate.class)
                    .hasMessageContaining("add tls=true");
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsNotTrusted() throws Exception {
        try (TlsMongod mongod = TlsMongod.start(folder)) {
            assertThatThrownBy(() -> TestGates.open(mongod.uri("shop")))
                    .isInstanceOf(CannotOpenGate.NotTrusted.class)
                    .hasMessageContaining("is not trusted")
                    .hasMessageContaining("Give that authority's certificate");
        }
    }

    @Test
    void aCertificateForAnotherHostIsSaidToBeForAnother() throws Exception {
        try (TlsMongod mongod = TlsMongod.start(folder, "db.photofinish.test")) {
            SSLContext trust = Trust.onlyIn(mongod.authority());

            assertThatThrownBy(() ->
                            WireGate.open(WireSettings.parse("127.0.0.1:0", mongod.uri("shop"), Optional.of(trust))))
                    .isInstanceOf(CannotOpenGate.class)
                    .isNotInstanceOf(CannotOpenGate.NotTrusted.class)
                    .hasMessageContaining("is not for localhost");
        }
    }

    @Test
    void theApplicationSignsInWithItsOwnCredentials() throws Exception {
        try (OwnMongod mongod = OwnMongod.start(folder, "--auth")) {
            try (MongoClient first = MongoClients.create("mongodb://" + mongod.address())) {
                first.getDatabase("admin")
                        .runCommand(new Document("createUser", "anna")
                                .append("pwd", "hunter2")
                                .append("roles", List.of("root")));
            }
            String gated = "mongodb://anna:hunter2@" + mongod.address();

            try (WireGate gate = TestGates.open(gated);
                    MongoClient right = client(gate, "anna:hunter2");
                    MongoClient wrong = client(gate, "anna:wrong")) {
                assertThat(right.getDatabase("shop").getCollection("stock").countDocuments())
                        .isZero();
                assertThatThrownBy(() ->
                                wrong.getDatabase("shop").getCollection("stock").countDocuments())
                        .isInstanceOf(MongoException.class)
                        .hasMessageContaining("SCRAM-SHA-256");
            }
        }
    }

    @Test
    void allMembersOfAReplicaSetAreReachedThroughTheGate() throws Exception {
        try (OwnMongod one = member();
                OwnMongod two = member();
                OwnMongod three = member()) {
            initiate(one, two, three);

            try (WireGate gate = TestGates.open("mongodb://" + two.address() + "/?replicaSet=rs0");
                    MongoClient client = TestGates.client(gate)) {
                client.getDatabase("shop")
                        .getCollection("stock")
                        .withWriteConcern(WriteConcern.W3)
                        .insertOne(new Document("_id", 1));

                assertThat(client.getClusterDescription().getServerDescriptions())
                        .hasSize(3)
                        .extracting(ServerDescription::getAddress)
                        .extracting(Object::toString)
                        .doesNotContain(one.address(), two.address(), three.address());
                for (String mode : List.of("primary", "secondary")) {
                    try (MongoClient reader = TestGates.client(gate.connectionString() + "&readPreference=" + mode)) {
                        assertThat(reader.getDatabase("shop")
                                        .getCollection("stock")
                                        .countDocuments())
                                .isEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void aMemberThatJoinsIsReachedThroughTheGate() throws Exception {
        try (OwnMongod one = member();
                OwnMongod two = member()) {
            initiate(one);
            try (WireGate gate = TestGates.open("mongodb://" + one.address() + "/?replicaSet=rs0");
                    MongoClient client = TestGates.client(gate)) {
                client.getDatabase("shop").getCollection("stock").insertOne(new Document("_id", 1));

                join(one, two);

                client.getDatabase("shop")
                        .getCollection("stock")
                        .withWriteConcern(WriteConcern.W2)
                        .insertOne(new Document("_id", 2));
                try (MongoClient reader = TestGates.client(gate.connectionString() + "&readPreference=secondary")) {
                    assertThat(reader.getDatabase("shop").getCollection("stock").countDocuments())
                            .isEqualTo(2);
                    assertThat(reader.getClusterDescription().getServerDescriptions())
                            .hasSize(2)
                            .extracting(ServerDescription::getAddress)
                            .extracting(Object::toString)
                            .doesNotContain(one.address(), two.address());
                }
            }
        }
    }

    private static void join(OwnMongod primary, OwnMongod newcomer) {
        try (MongoClient set = MongoClients.create("mongodb://" + primary.address() + "/?replicaSet=rs0")) {
            MongoDatabase admin = set.getDatabase("admin");
            Document config =
                    admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
            List<Document> members = new ArrayList<>(config.getList("members", Document.class));
            members.add(new Document("_id", 1).append("host", newcomer.address()));
            admin.runCommand(new Document(
                    "replSetReconfig",
                    config.append("members", members).append("version", config.getInteger("version") + 1)));
        }
    }

    @Test
    void transactionsMayStayOpenForAsLongAsThereIsAGate() throws Exception {
        try (OwnMongod one = member()) {
            initiate(one);
            try (WireGate gate = TestGates.open("mongodb://" + one.address() + "/?replicaSet=rs0")) {
                assertThat(lifetime(one)).isEqualTo(60);

                assertThat(gate.holdTransactionsOpen()).isEmpty();

                assertThat(lifetime(one)).isEqualTo(3600);
            }
            assertThat(lifetime(one)).isEqualTo(60);
        }
    }

    private static int lifetime(OwnMongod server) {
        try (MongoClient direct = MongoClients.create("mongodb://" + server.address() + "/?directConnection=true")) {
            return direct.getDatabase("admin")
                    .runCommand(new Document("getParameter", 1).append("transactionLifetimeLimitSeconds", 1))
                    .getInteger("transactionLifetimeLimitSeconds");
        }
    }

    @Test
    void anSrvAddressIsLookedUpAsTheDriverDoes() throws Exception {
        try (OwnMongod one = member()) {
            initiate(one);
            TestDns.serve("db.photofinish.test", "one.db.photofinish.test", one.port(), "replicaSet=rs0");

            try (WireGate gate = TestGates.open("mongodb+srv://db.photofinish.test/?tls=false");
                    MongoClient client = TestGates.client(gate)) {
                client.getDatabase("shop").getCollection("stock").insertOne(new Document("_id", 1));

                assertThat(gate.connectionString()).endsWith("/?replicaSet=rs0");
            }
        }
    }

    @Test
    void anSrvAddressThatDnsDoesNotKnow() {
        assertThatThrownBy(() -> WireGate.open(WireSettings.parse(
                        "127.0.0.1:0", "mongodb+srv://nowhere.photofinish.test/?tls=false", Optional.empty())))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessageContaining("nowhere.photofinish.test");
    }

    private OwnMongod member() throws Exception {
        return OwnMongod.start(
                folder, "--replSet", "rs0", "--oplogSize", "64", "--setParameter", "enableTestCommands=1");
    }

    private static void initiate(OwnMongod... members) throws Exception {
        List<Document> hosts = new ArrayList<>();
        for (OwnMongod member : members) {
            hosts.add(new Document("_id", hosts.size()).append("host", member.address()));
        }
        try (MongoClient direct =
                MongoClients.create("mongodb://" + members[0].address() + "/?directConnection=true")) {
            direct.getDatabase("admin")
                    .runCommand(new Document(
                            "replSetInitiate",
                            new Document("_id", "rs0")
                                    .append("members", hosts)
                                    .append(
                                            "settings",
                                            new Document("electionTimeoutMillis", 300)
                                                    .append("heartbeatIntervalMillis", 50))));
        }
        try (MongoClient set = MongoClients.create("mongodb://" + members[0].address() + "/?replicaSet=rs0")) {
            // waits for a primary
            set.getDatabase("shop")
                    .getCollection("ready")
                    .withWriteConcern(new WriteConcern(members.length))
                    .insertOne(new Document());
        }
    }

    private static MongoClient client(WireGate gate, String credentials) {
        return TestGates.client(gate.connectionString().replace("mongodb://", "mongodb://" + credentials + "@"));
    }
}
