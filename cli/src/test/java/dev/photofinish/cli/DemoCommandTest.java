package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EveryEngine
class DemoCommandTest {

    private final TestDatabase database;

    @TempDir
    private Path folder;

    private Path page;

    DemoCommandTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void pageInAFolderOfItsOwn() {
        page = folder.resolve("demo.html");
    }

    @Test
    void allFiveAreSeenOnRacyCodeAndNoneOnRightCode() {
        CommandRun run =
                CommandRun.of("demo", "--rounds", "40", "--database", database.uri(), "--html", page.toString());

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains(ScenarioFile.bundledNames()).contains("all data: all 9 invariants held");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("held The racy code broke in all 5 scenarios, as it is meant to. The right code held.");
        assertThat(page).content().contains(ScenarioFile.bundledNames());
    }

    @Test
    void oneScenarioAlone() {
        CommandRun run = CommandRun.of(
                "demo",
                "rapid-invoice-generation",
                "--rounds",
                "20",
                "--database",
                database.uri(),
                "--html",
                page.toString());

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out())
                .contains("The racy code broke, as it is meant to. The right code held.")
                .doesNotContain("simultaneous-order-editing");
    }

    @Test
    void itsDatabasesAreGoneAfterwards() {
        CommandRun.of(
                "demo",
                "rapid-invoice-generation",
                "--rounds",
                "1",
                "--database",
                database.uri(),
                "--html",
                page.toString());

        assertThat(database.client().listDatabaseNames().into(new ArrayList<>()))
                .noneMatch(name -> name.startsWith("photofinish_"));
    }

    @Test
    void jsonIsAloneOnStandardOutput() throws Exception {
        CommandRun run = CommandRun.of(
                "demo",
                "rapid-invoice-generation",
                "--json",
                "--rounds",
                "1",
                "--database",
                database.uri(),
                "--html",
                page.toString());

        assertThat(new ObjectMapper().readTree(run.out()).at("/contests")).hasSize(2);
    }
}
