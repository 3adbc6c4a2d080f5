package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that is somebody else's: it has its own way to the gate, or has not. */
@EveryEngine
@OnEngine(value = Engine.REPLICA_SET, because = "the reference server is explored on the others")
class ExploreDeploymentTest {

    private static final String EDITING = "simultaneous-order-editing";

    private final TestDatabase database;

    ExploreDeploymentTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void anApplicationThatIsStartedBehindTheGateIsExploredAndItsDataAreGoneAfterwards() throws Exception {
        Exploring exploring = Exploring.begin(EDITING, Misty.address(database));
        MistySettings settings = MistySettings.local(exploring.mongo(), database.name())
                .withAddress("127.0.0.1", exploring.port())
                .withHazards(new Hazards(Set.of(Hazard.ORDER_EDIT), Duration.ZERO));
        try (MistyServer server = MistyServer.start(settings)) {
            CommandRun run = exploring.end();

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            assertThat(run.err())
                    .contains("the application's MongoDB is now " + exploring.mongo())
                    .contains("every schedule that matters", "update-order");
            assertThat(run.out()).contains("VIOLATED", "--listen 127.0.0.1:" + exploring.gate() + " --replay 'A");
            assertThat(server.url()).isEqualTo(URI.create("http://127.0.0.1:" + exploring.port()));
            assertThat(database.collection("orders").countDocuments()).isZero();
            assertThat(database.collection("clients").countDocuments(new Document("is_active", true)))
                    .isZero();
        }
    }

    @Test
    void anApplicationThatDoesNotComeThroughTheGateIsNeverGreen() throws IOException {
        try (Misty misty = Misty.right(database)) {
            CommandRun run = CommandRun.of(
                    "explore", EDITING, "--url", misty.url(), "--mongo", misty.mongo(), "--listen", "127.0.0.1:0");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
            assertThat(run.out()).contains("inconclusive", "through the gate").doesNotContain("held ");
        }
    }

    @Test
    void anApplicationThatIsDown() throws IOException {
        CommandRun.of(
                        "explore",
                        EDITING,
                        "--url",
                        "http://127.0.0.1:" + Exploring.freePort(),
                        "--mongo",
                        Misty.address(database),
                        "--listen",
                        "127.0.0.1:0",
                        "--wait",
                        "0")
                .failsWith(3, "nothing listens there");
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String listen = "127.0.0.1:" + taken.getLocalPort();

            CommandRun.of("explore", EDITING, "--mongo", Misty.address(database), "--listen", listen)
                    .failsWith(2, listen);
        }
    }

    @Test
    void somebodyElsesMachineAsksFirst() {
        CommandRun.of("explore", EDITING, "--url", "http://nas.invalid:8001", "--mongo", Misty.address(database))
                .failsWith(2, "is not this machine", "--yes", "create-order");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws IOException {
        String address = "127.0.0.1:" + Exploring.freePort();

        CommandRun.of("explore", EDITING, "--mongo", "mongodb://" + address + "/misty")
                .failsWith(3, address);
    }

    @ParameterizedTest
    @CsvSource({
        "--strategy, guess, 'reduced, exhaustive, pct, random'",
        "--replay, ' ', A B B A",
        "--preemptions, few, a whole number from 0",
        "--fresh, new, restore or given",
        "--hazard, invoices, stock-allocation",
        "--listen, nowhere, 127.0.0.1:27018",
        "--pid, python, the number of a process",
        "--pid, 0, the number of a process",
        "--pid, 2147483647, There is no process 2147483647"
    })
    void whatCannotBeMeant(String option, String value, String expected) {
        CommandRun.of("explore", EDITING, "--mongo", Misty.address(database), option, value)
                .failsWith(2, expected);
    }

    @Test
    void withoutADatabaseThereIsNothingToStandBefore() {
        CommandRun.of("explore", EDITING).refusesWith(2, "--mongo", "--reference");
    }
}
