package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five bundled scenarios, explored on the reference server behind the gate. */
class ExploreCommandTest {

    private static final int SOON = 50;
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    private Path folder;

    static List<String> scenarios() {
        return ScenarioFile.bundledNames();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRacyCodeIsBrokenByAnInterleavingThatCanBeRunAgain(String scenario) throws IOException {
        CommandRun run = explore(scenario, "--hazard", "all", "--database", "embedded");

        JsonNode explored = json(run).at("/explorations/0");
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(explored.at("/verdict").asText()).isEqualTo("violated");
        assertThat(explored.at("/discoveries/0/firstAt").asInt()).isBetween(1, SOON);
        assertThat(explored.at("/discoveries/0/interleaving/reproduced").asInt())
                .isEqualTo(explored.at("/discoveries/0/interleaving/attempts").asInt())
                .isEqualTo(10);
        assertThat(explored.at("/discoveries/0/interleaving/lanes")).hasSize(2);
        replayShowsTheSame(explored.at("/discoveries/0"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRightCodeHoldsInEveryInterleavingThatMatters(String scenario) throws IOException {
        CommandRun run = explore(scenario, "--database", "embedded");

        holdsCompletely(run);
    }

    @Test
    void onAReplicaSetToo() throws IOException {
        CommandRun racy = explore("simultaneous-order-editing", "--hazard", "order-edit", "--database", "mongod");
        CommandRun right = explore("simultaneous-order-editing", "--database", "mongod");

        assertThat(racy.exitCode()).as(racy.toString()).isEqualTo(1);
        assertThat(json(racy).at("/explorations/0/deployment/label").asText()).isEqualTo("hazards order-edit");
        holdsCompletely(right);
    }

    @Test
    void tablesAndColumnsForPeopleAndAPageToo() {
        Path page = folder.resolve("explored.html");

        CommandRun run = CommandRun.of(
                "explore",
                "concurrent-stock-allocation",
                "--reference",
                "--hazard",
                "stock-allocation",
                "--html",
                page.toString());

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(run.out())
                .contains("all 6 interleavings that matter were run, of at most 20: 4 violations")
                .contains("* find raw_substrate_stock", "reproduced 10 of 10")
                .contains("./photofinish explore concurrent-stock-allocation --reference --hazard stock-allocation");
        assertThat(page).content().contains("class=\"schedule\"", "raw_substrate_stock");
        assertThat(run.out().lines().filter(line -> !line.contains("./photofinish")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void moreSchedulesThanTheLimitAreSaidPlainly() {
        CommandRun run = CommandRun.of(
                "explore", "rapid-invoice-generation", "--reference", "--strategy", "exhaustive", "--limit", "3");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("explored 3 of at most 184,756; not exhaustive: 0 violations");
    }

    @Test
    void samplingSaysItsSeedAndWhatItPromises() {
        CommandRun run = CommandRun.of(
                "explore",
                "concurrent-stock-allocation",
                "--reference",
                "--strategy",
                "pct",
                "--limit",
                "5",
                "--seed",
                "7");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err()).contains("--seed 7");
        assertThat(run.out()).contains("not exhaustive");
    }

    @Test
    void everyPairOfOperationsOnOneEntityIsInTheMatrix() throws IOException {
        CommandRun run = CommandRun.of(
                "explore", "pairs-on-stock", "--pairs", "--reference", "--hazard", "stock-allocation", "--json");

        JsonNode report = json(run);
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(report.at("/matrices/0/entity").asText()).isEqualTo("stock");
        assertThat(report.at("/matrices/0/cells"))
                .extracting(cell -> cell.at("/first").asText() + " "
                        + cell.at("/second").asText() + " " + cell.at("/state").asText())
                .contains(
                        "allocate-stock allocate-stock breaks",
                        "add-stock add-stock held",
                        "get-stock get-stock not_explored");
        JsonNode broken = report.at("/explorations").findParents("interleaving").getFirst();
        assertThat(broken.at("/interleaving/replay").asText()).contains("explore pairs-on-stock --pair ");
        replayShowsTheSame(broken);
    }

    @Test
    void aScenarioThatIsOneContestHasNoPairs() {
        CommandRun.of("explore", "rapid-invoice-generation", "--pairs", "--reference")
                .failsWith(2, "pairs:", "rapid-invoice-generation");
        CommandRun.of("explore", "pairs-on-stock", "--reference").failsWith(2, "--pairs");
        CommandRun.of("explore", "--reference").refusesWith(2, "Say which scenario", "--pairs");
    }

    private CommandRun explore(String scenario, String... more) {
        List<String> args = new ArrayList<>(List.of("explore", scenario, "--reference", "--json"));
        args.addAll(List.of(more));
        args.add("--html=" + folder.resolve("page.html"));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static void holdsCompletely(CommandRun run) throws IOException {
        JsonNode explored = json(run).at("/explorations/0");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(explored.at("/verdict").asText()).isEqualTo("held");
        assertThat(explored.at("/coverage/complete").asBoolean()).isTrue();
        assertThat(explored.at("/coverage/violating").asInt()).isZero();
        assertThat(explored.at("/discoveries")).as("not even a notice").isEmpty();
        assertThat(explored.at("/obstacles")).isEmpty();
        assertThat(explored.at("/notes")).isEmpty();
    }

    private void replayShowsTheSame(JsonNode discovery) throws IOException {
        Path json = folder.resolve("again.json");
        Matcher arguments =
                ARGUMENT.matcher(discovery.at("/interleaving/replay").asText());
        Stream<String> args = arguments
                .results()
                .skip(1)
                .map(argument -> argument.group(1) == null ? argument.group(2) : argument.group(1));

        CommandRun again = CommandRun.of(
                Stream.concat(args, Stream.of("--json", json.toString())).toArray(String[]::new));

        assertThat(again.exitCode()).as(again.toString()).isEqualTo(1);
        JsonNode explored = new ObjectMapper().readTree(Files.readString(json)).at("/explorations/0");
        assertThat(explored.at("/strategy").asText()).isEqualTo("replay");
        assertThat(Stream.concat(
                                explored.findValues("discoveries").stream(), explored.findValues("alsoBreaks").stream())
                        .flatMap(found -> found.findValuesAsText("rule").stream()))
                .contains(discovery.at("/rule").asText());
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }
}
