package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedMongodTest {

    @TempDir
    private Path place;

    @Test
    void aReplicaSetIsWritableAtOnceWithDefaultSettings() throws Exception {
        try (RunningDatabase database = start(Engine.REPLICA_SET);
                MongoClient client = MongoClients.create(database.uri());
                var session = client.startSession()) {
            var stock = client.getDatabase("misty").getCollection("stock");

            session.withTransaction(() -> stock.insertOne(session, new Document("quantity", 100)));

            assertThat(stock.countDocuments()).isEqualTo(1);
            assertThat(database.engine()).isEqualTo(Engine.REPLICA_SET);
            assertThat(database.description())
                    .matches("mongod \\d+\\.\\d+\\.\\d+, one-member replica set, started by Photofinish");
        }
    }

    @Test
    void aStandaloneServerIsNoReplicaSet() throws Exception {
        try (RunningDatabase database = start(Engine.STANDALONE);
                MongoClient client = MongoClients.create(database.uri())) {

            var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(hello).doesNotContainKey("setName");
            assertThat(database.engine()).isEqualTo(Engine.STANDALONE);
            assertThat(database.description()).matches("mongod \\d+\\.\\d+\\.\\d+, standalone, started by Photofinish");
        }
    }

    @Test
    void transactionsMayStayOpenWhileCommandsAreHeld() throws Exception {
        try (RunningDatabase database = start(Engine.REPLICA_SET);
                MongoClient client = MongoClients.create(database.uri())) {

            var parameter = client.getDatabase("admin")
                    .runCommand(new Document("getParameter", 1).append("transactionLifetimeLimitSeconds", 1));

            assertThat(parameter).containsEntry("transactionLifetimeLimitSeconds", 3600);
        }
    }

    @Test
    void processAndDataAreGoneWhenItIsClosed() throws Exception {
        RunningDatabase database = start(Engine.STANDALONE);
        List<ProcessHandle> whileOpen = ours();

        database.close();
        database.close();

        assertThat(whileOpen).hasSize(1);
        assertThat(ours()).isEmpty();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aPortThatIsTakenIsMongodsOwnReasonAndLeavesNothing() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DataFolder folder = DataFolder.create(List.of(place));
            var command = new MongodCommand(
                    MongodProgram.ofThisMachine(), Engine.STANDALONE, folder.path(), taken.getLocalPort());

            assertThatThrownBy(() -> StartedMongod.start(command, folder))
                    .isInstanceOf(MongodFailure.class)
                    .hasMessageContaining("Address already in use");

            assertThat(place).isEmptyDirectory();
        }
    }

    @Test
    void whatTheLoaderSaysIsTheReason() throws Exception {
        Path program = script("echo 'mongod: error while loading shared libraries: libcurl.so.4' >&2; exit 127");

        assertThatThrownBy(() -> StartedMongod.start(program, Engine.STANDALONE, List.of(place)))
                .isInstanceOf(MongodFailure.class)
                .hasMessage(program + " ended at once (exit code 127): mongod: error while loading shared libraries:"
                        + " libcurl.so.4");
    }

    @Test
    void aProgramThatIsNotThereIsSaidToBeMissing() {
        Path program = Path.of("/nonexistent/mongod");

        assertThatThrownBy(() -> StartedMongod.start(program, Engine.STANDALONE, List.of(place)))
                .isInstanceOf(MongodFailure.class)
                .hasMessageStartingWith(program + " cannot be run: ");
    }

    @Test
    void aPlaceForItsDataIsNeeded() {
        Path nowhere = place.resolve("nowhere");

        assertThatThrownBy(() -> StartedMongod.start(Path.of("mongod"), Engine.STANDALONE, List.of(nowhere)))
                .isInstanceOf(MongodFailure.class)
                .hasMessage("mongod cannot be started: there is no folder for its data: none of [" + nowhere
                        + "] is writable and has 512 MB free (the last is java.io.tmpdir)");
    }

    private RunningDatabase start(Engine engine) throws MongodFailure {
        return StartedMongod.start(MongodProgram.ofThisMachine(), engine, List.of(place));
    }

    /** The processes that keep their data in this test's folder. */
    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(place.toString()))
                .toList();
    }

    /** Beside the place for data, so that the place is empty before and after. */
    private Path script(String commands) throws IOException {
        Path file = Files.createTempFile("mongod", ".sh");
        file.toFile().deleteOnExit();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    }
}
