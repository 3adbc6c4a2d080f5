package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.reports.json.JsonReport;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EveryEngine
class RaceCommandTest {

    private static final String ALLOCATION = "concurrent-stock-allocation";

    private final TestDatabase database;

    @TempDir
    private Path folder;

    RaceCommandTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void rightCodeHolds() {
        try (Misty misty = Misty.right(database)) {
            CommandRun run = CommandRun.of(
                    "race",
                    ALLOCATION,
                    "rapid-invoice-generation",
                    "--url",
                    misty.url(),
                    "--mongo",
                    misty.mongo(),
                    "--rounds",
                    "5");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.out()).contains(ALLOCATION, "rapid-invoice-generation", "held", "0/5");
            assertThat(run.err())
                    .contains("5 rounds each", "allocate-stock", "Cleaned up", ALLOCATION + ": round 5 of 5");
        }
    }

    @Test
    void racyCodeIsCaughtWithAWitness() {
        try (Misty misty = Misty.racy(database, Hazard.STOCK_ALLOCATION)) {
            CommandRun run = CommandRun.of("race", ALLOCATION, "--url", misty.url(), "--rounds", "3");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            assertThat(run.out())
                    .contains(
                            "violated", "3/3", "A was told yes", "B was told yes", "./photofinish race " + ALLOCATION);
        }
    }

    @Test
    void aScenarioFileIsRaced() throws Exception {
        Path file = Files.writeString(folder.resolve("two-clients.yaml"), """
                scenario: two-clients
                contenders:
                  A: { as: sales, do: [ { call: create-client } ] }
                  B: { as: sales, do: [ { call: create-client } ] }
                expect: { accepted: 1, refused: 1 }
                """);
        try (Misty misty = Misty.right(database)) {
            CommandRun run = CommandRun.of("race", file.toString(), "--url", misty.url(), "--rounds", "2");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            assertThat(run.out()).contains("two-clients", "2/2", "Expected 1 accepted and 1 refused");
        }
    }

    @Test
    void jsonIsAloneOnStandardOutputAndKeepsToItsSchema() throws Exception {
        try (Misty misty = Misty.racy(database, Hazard.STOCK_ALLOCATION)) {
            CommandRun run = CommandRun.of("race", "--json", ALLOCATION, "--url", misty.url(), "--rounds", "2");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            try (InputStream schema = JsonReport.class.getResourceAsStream(JsonReport.SCHEMA_RESOURCE)) {
                assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(schema)
                                .validate(run.out(), InputFormat.JSON))
                        .isEmpty();
            }
            JsonNode report = new ObjectMapper().readTree(run.out());
            assertThat(report.get("command").asText())
                    .isEqualTo("./photofinish race --json " + ALLOCATION + " --url " + misty.url() + " --rounds 2");
        }
    }

    @Test
    void everyKindOfReportIsWritten() {
        Path html = folder.resolve("new folder").resolve("race.html");
        Path junit = folder.resolve("race.xml");
        Path json = folder.resolve("race.json");
        try (Misty misty = Misty.right(database)) {
            CommandRun run = CommandRun.of(
                    "race",
                    ALLOCATION,
                    "--url",
                    misty.url(),
                    "--rounds",
                    "1",
                    "--html",
                    html.toString(),
                    "--junit",
                    junit.toString(),
                    "--json",
                    json.toString());

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.out()).contains("0/1");
            assertThat(run.err()).contains("Written: " + html, "Written: " + junit, "Written: " + json);
            assertThat(html).content().containsIgnoringCase("<!doctype html>").contains(ALLOCATION);
            assertThat(junit).content().contains("<testsuite", ALLOCATION);
            assertThat(json).content().contains("\"scenario\" : \"" + ALLOCATION + "\"");
        }
    }

    @Test
    void theSweepReportsOffsetsOnBothSides() throws Exception {
        try (Misty misty = Misty.right(database)) {
            CommandRun run = CommandRun.of(
                    "race", ALLOCATION, "--url", misty.url(), "--rounds", "20", "--sweep", "2ms", "--json");

            JsonNode sweep = new ObjectMapper().readTree(run.out()).at("/contests/0/sweep");
            assertThat(sweep.findValuesAsText("offsetMicros"))
                    .extracting(Double::valueOf)
                    .anyMatch(offset -> offset < -1000)
                    .anyMatch(offset -> offset > 1000)
                    .allMatch(offset -> Math.abs(offset) <= 2000);
        }
    }

    @Test
    void theSeedIsSaidAndCanBeGivenAgain() throws Exception {
        try (Misty misty = Misty.right(database)) {
            String[] swept = {"race", ALLOCATION, "--url", misty.url(), "--rounds", "6", "--sweep", "2ms", "--json"};
            CommandRun first = CommandRun.of(swept);
            String seed = first.err().replaceFirst("(?s).*Seed (\\d+);.*", "$1");

            CommandRun again = CommandRun.of(with(swept, "--seed", seed));

            assertThat(again.err()).contains("Seed " + seed + ";");
            assertThat(offsets(again)).isEqualTo(offsets(first)).isNotEqualTo(offsets(CommandRun.of(swept)));
        }
    }

    private static JsonNode offsets(CommandRun run) throws Exception {
        return new ObjectMapper().readTree(run.out()).at("/contests/0/sweep");
    }

    private static String[] with(String[] args, String... more) {
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }
}
