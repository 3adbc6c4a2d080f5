package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.store.PoolSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application or its database goes away in the middle of a schedule: said, never a violation, and nobody is left hanging. */
@EveryEngine
@OnEngine(value = Engine.STANDALONE, because = "one real server is enough, and this one goes by one address")
@Timeout(120)
class ExploreTroubleTest {

    /** What some tens of schedules send. */
    private static final long WELL_UNDER_WAY = 300_000;

    private final TestDatabase database;
    private Relay relay;

    ExploreTroubleTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        ServerAddress server = new ServerAddress(
                new ConnectionString(database.uri()).getHosts().getFirst());
        relay = Relay.to(server.getPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @Test
    void anApplicationThatCrashes() throws Exception {
        Exploring exploring = explore("100000");
        try (Forked application = serve(exploring)) {
            relay.awaitBytes(WELL_UNDER_WAY);
            application.kill();

            CommandRun run = exploring.end();

            isInconclusive(
                    run,
                    "The application at http://127.0.0.1:" + exploring.port() + " stopped answering after schedule",
                    "nobody listens there any more");
            isAsGiven();
        }
    }

    /** Its successor starts with commands of its own, in the middle of a schedule, and answers from then on; the schedule is run again. */
    @Test
    void anApplicationThatIsRestarted() throws Exception {
        Exploring exploring = explore("40");
        MistySettings settings = settings(exploring).withAddress("127.0.0.1", 0);
        MistyServer before = MistyServer.start(settings);
        try (Relay front = Relay.at(exploring.port(), before.url().getPort())) {
            relay.awaitBytes(WELL_UNDER_WAY);
            try (MistyServer after = startedBySomebodyWhoTriesAgain(settings)) {
                front.turnTo(after.url().getPort());
                before.close();

                CommandRun run = exploring.end();

                // what was under way when the old one ended may not be told apart from what somebody else writes
                assertThat(run.exitCode()).as(run.toString()).isIn(0, 3);
                assertThat(run.out())
                        .contains("of at most", "not exhaustive: 0 violations")
                        .doesNotContain("serializable", "VIOLATED", "past the gate", "\tat ");
                assertThat(run.err()).doesNotContain("\tat ", "Exception");
                if (run.exitCode() == 0) {
                    isAsGiven();
                }
            }
        }
    }

    /** What it sends at its start may be taken for a contender's, and dropped with the schedule in which it came. */
    private static MistyServer startedBySomebodyWhoTriesAgain(MistySettings settings) throws IOException {
        MongoException last = new MongoException("not tried");
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                return MistyServer.start(settings);
            } catch (MongoException dropped) {
                last = dropped;
            }
        }
        throw last;
    }

    @Test
    void aDatabaseThatIsGone() throws Exception {
        Exploring exploring = explore("100000");
        try (MistyServer application = MistyServer.start(settings(exploring))) {
            relay.awaitBytes(WELL_UNDER_WAY);
            relay.cut();

            CommandRun run = exploring.end();

            isInconclusive(run, "The database does not answer any more");
            assertThat(application.url()).isEqualTo(URI.create("http://127.0.0.1:" + exploring.port()));
        }
    }

    /** @param limit so many schedules that it is not over before something happens */
    private Exploring explore(String limit) throws IOException {
        String mongo = "mongodb://127.0.0.1:%d/%s?directConnection=true&serverSelectionTimeoutMS=1000"
                .formatted(relay.port(), database.name());
        return Exploring.begin("concurrent-timesheet-approval", mongo, "--strategy", "exhaustive", "--limit", limit);
    }

    private static void isInconclusive(CommandRun run, String... why) {
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("inconclusive")
                .contains(why)
                .doesNotContain("VIOLATED", "Client view of cluster", "\tat ");
        assertThat(run.err()).doesNotContain("\tat ", "Exception");
    }

    /** Submitted, and not approved. */
    private void isAsGiven() {
        assertThat(database.collection("timesheets").find())
                .isNotEmpty()
                .allSatisfy(timesheet -> assertThat(timesheet).containsEntry("status", "submitted"));
        assertThat(database.collection("payslips").find()).isEmpty();
    }

    /** In a process of its own, which can be killed. */
    private Forked serve(Exploring exploring) throws IOException {
        return Forked.of(
                Map.of(),
                "serve",
                "--database",
                exploring.mongo(),
                "--database-name",
                database.name(),
                "--port",
                String.valueOf(exploring.port()));
    }

    private MistySettings settings(Exploring exploring) {
        return MistySettings.local(exploring.mongo(), database.name())
                .withAddress("127.0.0.1", exploring.port())
                .withPool(new PoolSettings(0, 10, Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }
}
