package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A race that is killed has left data on the deployment; the next one knows of them. */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "this is about the command line")
class RaceKilledTest {

    private static final String ALLOCATION = "concurrent-stock-allocation";

    private final TestDatabase database;

    @TempDir
    private Path state;

    RaceKilledTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whatAKilledRaceHasLeftIsOfferedAndTakenAway() throws Exception {
        try (Misty misty = Misty.right(database)) {
            try (Forked killed = race(misty, "--rounds", "100000")) {
                killed.awaitSaying(": round ");
                killed.kill();
            }
            List<String> offer = new ArrayList<>(List.of("race", ALLOCATION, "--url", misty.url()));

            CommandRun next = run(misty, "--rounds", "1");
            CommandRun cleaning = run(misty, "--clean-up");
            CommandRun again = run(misty, "--clean-up");

            assertThat(next.err())
                    .contains(
                            "did not come to its end",
                            "still on " + misty.url(),
                            String.join(" ", offer),
                            "--clean-up");
            assertThat(cleaning.exitCode()).isZero();
            assertThat(cleaning.err()).contains("Cleaned up after ").doesNotContain("not accepted");
            assertThat(again.err()).contains("No race has left anything");
            assertThat(journals()).isEmpty();
        }
    }

    @Test
    void onlyItsOwnerMayReadWhatIsOwed() throws Exception {
        try (Misty misty = Misty.right(database);
                Forked race = race(misty, "--rounds", "100000")) {
            race.awaitSaying(": round ");

            assertThat(journals())
                    .singleElement()
                    .satisfies(
                            journal -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
                                    .isEqualTo("rw-------"));
            assertThat(run(misty, "--clean-up").err()).contains("No race has left anything");
        }
    }

    private CommandRun run(Misty misty, String... options) throws Exception {
        try (Forked race = race(misty, options)) {
            return race.end();
        }
    }

    private Forked race(Misty misty, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("race", ALLOCATION, "--url", misty.url()));
        args.addAll(List.of(options));
        return Forked.of(Map.of("XDG_STATE_HOME", state.toString()), args.toArray(String[]::new));
    }

    private List<Path> journals() throws IOException {
        try (var files = Files.list(state.resolve("photofinish"))) {
            return files.toList();
        }
    }
}
