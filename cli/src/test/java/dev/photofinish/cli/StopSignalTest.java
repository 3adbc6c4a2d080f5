package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM to a process group, which goes the way of Ctrl-C; whatever runs in the background ignores Ctrl-C itself. */
@EveryEngine
@OnEngine(value = Engine.REPLICA_SET, because = "one start of a real server is enough")
class StopSignalTest {

    private static final int TERMINATED = 128 + 15;
    private static final Map<String, String> SAME = Map.of();

    @Test
    void aRaceFinishesItsRoundCleansUpAndReports(TestDatabase database) throws Exception {
        try (Misty misty = Misty.right(database);
                Relay relay = Relay.to(misty.server().url().getPort());
                Forked race = Forked.of(
                        SAME,
                        "race",
                        "concurrent-stock-allocation",
                        "rapid-invoice-generation",
                        "--url",
                        "http://127.0.0.1:" + relay.port(),
                        "--rounds",
                        "100000")) {
            relay.awaitBytes(50_000);
            race.terminate();

            CommandRun run = race.end();

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(TERMINATED);
            assertThat(run.err()).contains("Stopping after this round", "Cleaned up after");
            assertThat(run.out())
                    .contains("concurrent-stock-allocation", "inconclusive", "of 100,000 rounds.")
                    .doesNotContain("held");
            assertThat(database.collection("raw_substrate_stock").countDocuments())
                    .isZero();
            assertThat(database.collection("clients").countDocuments(new Document("is_active", true)))
                    .isZero();
        }
    }

    @Test
    void theDemoLeavesNoServerAndNoData(@TempDir Path folder) throws Exception {
        try (Forked demo = Forked.of(
                SAME,
                "demo",
                "concurrent-stock-allocation",
                "rapid-invoice-generation",
                "--database",
                "mongod",
                "--rounds",
                "20",
                "--html",
                folder.resolve("demo.html").toString())) {
            demo.awaitSaying("round 20 of 20");
            List<ProcessHandle> started = ProcessHandle.of(demo.pid()).stream()
                    .flatMap(ProcessHandle::children)
                    .toList();
            demo.terminate();

            CommandRun run = demo.end();

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(TERMINATED);
            assertThat(run.out()).contains("Stopped before the end.");
            assertThat(folder.resolve("demo.html")).isNotEmptyFile();
            assertThat(started).noneMatch(ProcessHandle::isAlive);
            assertThat(dataFoldersOf(demo.pid())).isEmpty();
        }
    }

    @Test
    void anExplorationFinishesItsScheduleAndReportsWhatItHas() throws Exception {
        try (Forked exploring = Forked.of(
                SAME,
                "explore",
                "simultaneous-order-editing",
                "concurrent-timesheet-approval",
                "job-card-stage-progression",
                "--reference",
                "--strategy",
                "exhaustive",
                "--limit",
                "100000",
                "--database",
                "mongod")) {
            exploring.awaitSaying("concurrent-timesheet-approval: ");
            exploring.terminate();

            CommandRun run = exploring.end();

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(TERMINATED);
            assertThat(run.err()).contains("Stopping, and putting the data back");
            assertThat(run.out())
                    .containsPattern("all \\d+ interleavings were run: 0 violations")
                    .containsPattern("explored [\\d,]+ of at most 48,620; not exhaustive: 0 violations")
                    .contains("Stopped before", "job-card-stage-progression");
            assertThat(dataFoldersOf(exploring.pid())).isEmpty();
        }
    }

    private static List<Path> dataFoldersOf(long pid) throws IOException {
        try (Stream<Path> shared = Files.list(Path.of("/dev/shm"));
                Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Stream.concat(shared, temporary)
                    .filter(path -> path.getFileName().toString().startsWith("photofinish-mongod-" + pid + "-"))
                    .toList();
        }
    }
}
