package dev.photofinish.reports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.SampleDiscoveries;
import dev.photofinish.reports.SampleExplorations;
import dev.photofinish.reports.SampleRuns;
import dev.photofinish.reports.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {

    private final JsonReport json = new JsonReport();

    static Stream<RunReport> everyRun() {
        return Stream.of(
                SampleRuns.demo(),
                SampleRuns.race(),
                SampleRuns.verify(),
                SampleRuns.hostile(),
                SampleExplorations.all(),
                SampleExplorations.demo(),
                SampleExplorations.hostile());
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void readsBackWhatItWrote(RunReport report, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("made/on/the/way/run.json");

        json.renderTo(report, file);

        assertThat(json.read(file)).isEqualTo(report);
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void satisfiesItsSchema(RunReport report) throws IOException {
        List<Error> errors = schema().validate(written(report), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @Test
    void schemaRefusesWhatIsNoReport() throws IOException {
        ObjectNode report = tree(SampleRuns.demo());
        report.put("verdict", "safe");
        report.remove("seed");
        report.put("extra", 1);

        List<Error> errors = schema().validate(report.toString(), InputFormat.JSON);

        assertThat(errors).hasSize(3);
    }

    @Test
    void writesVerdictsAndIntervalsForOtherPrograms() throws IOException {
        JsonNode report = tree(SampleRuns.demo());

        assertThat(report.at("/verdict").asText()).isEqualTo("violated");
        assertThat(report.at("/contests/0/verdict").asText()).isEqualTo("violated");
        assertThat(report.at("/contests/0/tally/violationRate/estimate").asDouble())
                .isEqualTo(0.57);
        assertThat(report.at("/contests/5/tally/violationRate/sentence").asText())
                .isEqualTo("0 of 300: below 1.0 % at 95 %");
        assertThat(report.at("/contests/3/tally").has("violationRate")).isFalse();
        assertThat(report.at("/invariants/2/verdict").asText()).isEqualTo("inconclusive");
    }

    @Test
    void keepsTheOrderOfKeysAndWritesTimesAsIso8601() throws IOException {
        JsonNode report = tree(SampleRuns.demo());

        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "schema",
                        "tool",
                        "command",
                        "startedAt",
                        "took",
                        "machine",
                        "seed",
                        "contests",
                        "explorations",
                        "matrices",
                        "invariants",
                        "notDone",
                        "verdict");
        assertThat(report.get("startedAt").asText()).isEqualTo("2026-11-24T09:41:07.250Z");
        assertThat(report.get("took").asText()).isEqualTo("PT1M23.412S");
    }

    @Test
    void judgesAgainInsteadOfBelievingTheFilesVerdict() throws IOException {
        ObjectNode report = tree(SampleRuns.demo());
        report.put("verdict", "held");

        RunReport read = read(report.toString());

        assertThat(read.verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void refusesAnotherSchemaVersionAndSaysWhoCanReadIt() throws IOException {
        ObjectNode report = tree(SampleRuns.demo());
        report.put("schema", 7).put("tool", "photofinish 9.1.0");

        assertThatThrownBy(() -> read(report.toString()))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessage("run.json is a run report of schema 7; this version reads schemas 1 to 4. "
                        + "Read it with the version that wrote it: photofinish 9.1.0.");
    }

    @Test
    void readsWhatTheVersionBeforeWrote() throws IOException {
        ObjectNode report = tree(SampleRuns.demo());
        report.put("schema", 1).remove(List.of("explorations", "matrices", "notDone"));
        report.withArray("contests").forEach(contest -> ((ObjectNode) contest).remove("course"));

        assertThat(read(report.toString())).isEqualTo(SampleRuns.demo());
    }

    @Test
    void whatAVersionWroteThatKnewNoDoubtHasNone() throws IOException {
        ObjectNode report = tree(SampleExplorations.all());
        report.put("schema", 2);
        report.withArray("explorations")
                .forEach(explored -> ((ObjectNode) explored).remove(List.of("doubts", "unsafe")));
        report.remove("notDone");

        assertThat(read(report.toString())).isEqualTo(SampleExplorations.all());
    }

    @Test
    void anInterleavingThatBreaksSeveralRulesIsWrittenOnceAndReadBackWithAllOfThem() throws IOException {
        Discovery first = SampleDiscoveries.oversell();
        Discovery second = SampleDiscoveries.alsoBroken("stock-conserved", first);
        RunReport run = explored(first, second);

        JsonNode written = tree(run).at("/explorations/0/discoveries");

        assertThat(written).hasSize(1);
        assertThat(written.at("/0/rule").asText()).isEqualTo("expect");
        assertThat(written.at("/0/alsoBreaks")).hasSize(1);
        assertThat(written.at("/0/alsoBreaks/0/rule").asText()).isEqualTo("stock-conserved");
        assertThat(written.at("/0/alsoBreaks/0/reproduced").asInt()).isEqualTo(7);
        assertThat(schema().validate(written(run), InputFormat.JSON)).isEmpty();
        assertThat(read(written(run))).isEqualTo(run);
    }

    @Test
    void whatAVersionWroteThatGaveEachRuleItsInterleavingIsReadAsItWas() throws IOException {
        RunReport run = explored(SampleDiscoveries.oversell());
        ObjectNode report = tree(run);
        report.put("schema", 3);
        ((ObjectNode) report.at("/explorations/0/discoveries/0")).remove("alsoBreaks");

        assertThat(read(report.toString())).isEqualTo(run);
    }

    private static RunReport explored(Discovery... found) {
        return SampleExplorations.run(
                List.of(SampleExplorations.stock(
                        SampleRuns.RIGHT,
                        SampleExplorations.covered(Map.of("A", 3, "B", 3), 6, 20, 4)
                                .complete(),
                        List.of(found))),
                List.of());
    }

    @Test
    void saysHowMuchWasExploredAndWhatItMeans() throws IOException {
        JsonNode report = tree(SampleExplorations.all());

        assertThat(report.at("/explorations/0/verdict").asText()).isEqualTo("violated");
        assertThat(report.at("/explorations/0/discoveries/0/weight").asText()).isEqualTo("violation");
        assertThat(report.at("/explorations/1/coverage/outOf").asLong()).isEqualTo(2_702_400);
        assertThat(report.at("/explorations/2/verdict").asText()).isEqualTo("inconclusive");
        assertThat(report.at("/matrices/0/cells/4/state").asText()).isEqualTo("not_explored");
        assertThat(tree(SampleExplorations.demo())
                        .at("/explorations/0/deployment/expected")
                        .asText())
                .isEqualTo("violated");
    }

    @Test
    void refusesWhatIsNoReport() {
        assertThatThrownBy(() -> read("{\"schemas\": 1}"))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining("no number \"schema\" at its root");
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableReportException.class);
    }

    @Test
    void refusesWhatIsNoText(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("photo.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});

        assertThatThrownBy(() -> json.read(picture))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessage(picture + " is no run report: it is not a text in UTF-8.");
    }

    @Test
    void writesAnAnswerThatWasCutInTheMiddleOfACharacter(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.json");

        json.renderTo(SampleRuns.run("\uD83C", List.of(), List.of()), file);

        assertThat(json.read(file).command()).isEqualTo("?");
    }

    @Test
    void saysWhereJsonIsBroken() {
        assertThatThrownBy(() -> read("{\n  \"schema\": 1,\n  oops\n}"))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageStartingWith("run.json is not JSON: line 3, column ");
    }

    @Test
    void saysWhichValueIsMissingOrUnknown() throws IOException {
        ObjectNode missing = tree(SampleRuns.demo());
        ((ObjectNode) missing.at("/contests/1")).remove("release");
        ObjectNode unknown = tree(SampleRuns.demo());
        ((ObjectNode) unknown.at("/contests/1/tally")).put("heldd", 1);

        assertThatThrownBy(() -> read(missing.toString()))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageStartingWith("run.json is no run report: at /contests[1]/release, ");
        assertThatThrownBy(() -> read(unknown.toString()))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageStartingWith("run.json is no run report: at /contests[1]/tally/heldd, ");
    }

    @Test
    void leavesTheWriterOpen(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.json");

        try (var out = Files.newBufferedWriter(file)) {
            json.render(SampleRuns.verify(), out);
            out.write("more");
        }

        assertThat(file).content().endsWith("}\nmore");
    }

    private RunReport read(String text) throws IOException {
        return json.read(new StringReader(text), "run.json");
    }

    private ObjectNode tree(RunReport report) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(written(report));
    }

    private String written(RunReport report) throws IOException {
        StringWriter out = new StringWriter();
        json.render(report, out);
        return out.toString();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream(JsonReport.SCHEMA_RESOURCE)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
    }
}
