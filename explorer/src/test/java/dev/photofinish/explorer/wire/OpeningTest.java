package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said when a gate cannot be opened. */
@EveryEngine
class OpeningTest {

    private final TestDatabase database;

    OpeningTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theApplicationIsGivenTheGatesAddress() throws Exception {
        try (WireGate gate = TestGates.open(database.uri())) {
            assertThat(gate.connectionString())
                    .matches("mongodb://127\\.0\\.0\\.1:\\d+/(\\?replicaSet=rs0)?")
                    .isNotEqualTo(database.uri());
        }
    }

    @Test
    void nobodyListensUpstream() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> TestGates.open("mongodb://127.0.0.1:" + port))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessageStartingWith("Nobody listens at 127.0.0.1:" + port);
    }

    @Test
    void thePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String listen = "127.0.0.1:" + taken.getLocalPort();

            assertThatThrownBy(() -> WireGate.open(WireSettings.parse(listen, database.uri(), Optional.empty())))
                    .isInstanceOf(CannotOpenGate.class)
                    .hasMessageContaining("cannot listen on " + listen)
                    .hasMessageContaining("another port");
        }
    }

    @Test
    void theAddressToListenOnCannotBeRead() {
        assertThatThrownBy(() -> WireSettings.parse("27018", database.uri(), Optional.empty()))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessage("'27018' is no address to listen on; expected a host and a port, such as 127.0.0.1:27018.");
    }

    @Test
    void theDatabasesAddressCannotBeRead() {
        assertThatThrownBy(() -> WireSettings.parse("127.0.0.1:0", "postgres://127.0.0.1", Optional.empty()))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessageStartingWith("The database's address cannot be used: ");
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded database waits for more of what it does not understand")
    void theServerSpeaksNoTls() {
        assertThatThrownBy(() -> TestGates.open(with("tls=true")))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessageContaining("leave tls=true out");
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "it has a name")
    void theReplicaSetHasAnotherName() {
        assertThatThrownBy(() -> TestGates.open(database.uri().replace("rs0", "rs1")))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessageContaining("is called 'rs0', not 'rs1'");
    }

    @Test
    @OnEngine(value = Engine.STANDALONE, because = "a standalone server belongs to no set")
    void thereIsNoReplicaSet() {
        assertThatThrownBy(() -> TestGates.open(with("replicaSet=rs0")))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessageContaining("belongs to no replica set");
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded database asks for no credentials")
    void theCredentialsAreWrong() {
        String secret = "mongodb://anna:hunter2@" + database.uri().substring("mongodb://".length());

        assertThatThrownBy(() -> TestGates.open(secret))
                .isInstanceOf(CannotOpenGate.class)
                .hasMessageContaining("does not accept the user and the password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void settingsShowNoPassword() throws Exception {
        assertThat(TestGates.settings("mongodb://anna:hunter2@db:27017/"))
                .asString()
                .doesNotContain("hunter2");
    }

    private String with(String option) {
        return database.uri()
                + (database.uri().contains("?") ? "&" : database.uri().endsWith("/") ? "?" : "/?")
                + option;
    }
}
