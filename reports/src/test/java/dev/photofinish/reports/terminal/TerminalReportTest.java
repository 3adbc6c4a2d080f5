package dev.photofinish.reports.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.SampleContests;
import dev.photofinish.reports.SampleExplorations;
import dev.photofinish.reports.SampleRuns;
import dev.photofinish.reports.Tally;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalReportTest {

    private static final Style UNICODE = new Style(Palette.NONE, Glyphs.UNICODE, 80);

    private final TerminalReport terminal = new TerminalReport(UNICODE);

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

    @Test
    void comparesDeploymentsScenarioByScenario() {
        assertThat(terminal.contests(SampleRuns.demo())).isEqualTo("""
            scenario                       verdict          violated       at 95 %    spread
            ────────────────────────────────────────────────────────────────────────────────
            concurrent-stock-allocation
              racy code                    VIOLATED           57/100   46.7–66.9 %    3.3 µs
              right code                   held                0/100   below 3.0 %    3.3 µs
            simultaneous-order-editing
              racy code                    VIOLATED           98/100   92.9–99.8 %    3.4 µs
              right code                   held                0/300   below 1.0 %    3.4 µs
            rapid-invoice-generation
              racy code                    VIOLATED            4/100    1.1–10.0 %    3.3 µs
              right code                   inconclusive         0/88   below 3.4 %    3.3 µs
            job-card-stage-progression
              racy code                    inconclusive          0/0             –         –
              right code                   held                0/100   below 3.0 %    3.3 µs
            """);
    }

    @Test
    void needsOneLineAScenarioWhereThereIsOneDeployment() {
        assertThat(terminal.contests(SampleRuns.race()).lines().skip(2))
                .containsExactly(
                        "concurrent-stock-allocation    VIOLATED        350/1,050   30.4–36.3 %    3.3 µs",
                        "simultaneous-order-editing     held                0/300   below 1.0 %    3.4 µs");
    }

    @Test
    void tellsOneRoundInWordsWithACommandToCopy() {
        String findings = terminal.findings(SampleRuns.race());

        assertThat(findings)
                .startsWith("VIOLATED      concurrent-stock-allocation, racy code\n")
                .contains(
                        "\n  broken in 350 rounds: Exactly one contender is accepted (accepted: 1)\n",
                        "  sweep of the offset: Violations were seen from -3.0 ms to +3.0 ms; most",
                        "    often at 0, in 48 of 50 rounds.\n",
                        "\n    accepted: 1: Both were told yes: 160 granted of 100.\n",
                        "\n"
                                + "  Replay:\n"
                                + "    photofinish race concurrent-stock-allocation --seed 4711 --round 3 --url"
                                + " http://127.0.0.1:41873\n")
                .doesNotContain("simultaneous-order-editing");
    }

    @Test
    void saysWhyRoundsCouldNotBeJudged() {
        assertThat(terminal.findings(SampleRuns.demo())).contains("""
            inconclusive  job-card-stage-progression, racy code
              Both move the same job to winding
              no round could be judged
              100 of 100 rounds could not be judged.
              100 rounds inconclusive: A could not sign in: POST /api/auth/login answered
                401 for user production-a.
            """);
    }

    @Test
    void doesNotHideTheFewRoundsThatARaceCouldNotJudge() {
        ContestReport held = SampleContests.contest(
                        "rapid-invoice-generation", "Five invoice at once", SampleRuns.RIGHT)
                .tally(new Tally(99, 0, 1))
                .cause(new ContestReport.Cause("E did not answer in 10 s.", 1))
                .build();

        assertThat(terminal.findings(SampleRuns.run("", List.of(held), List.of())))
                .startsWith("held          rapid-invoice-generation, right code\n")
                .contains("\n  1 round inconclusive: E did not answer in 10 s.\n");
    }

    @Test
    void listsTheDocumentsThatBreakAnInvariant() {
        assertThat(terminal.invariants(SampleRuns.verify())).isEqualTo("""
            invariant                                   verdict        looked at  violations
            ────────────────────────────────────────────────────────────────────────────────
            stock-not-negative                          held               1,204           0
            order-numbers-unique                        VIOLATED          12,345           3
              1 broke it before the run began
              ADM-2026-0042: 2 orders, a1f9 and b2e8
              ADM-2026-0043: 2 orders, 77ac and 1234
              ADM-2026-0044: 3 orders, 5f0c, 5f0d and 5f0e
            one-payslip-an-approved-timesheet           no data                0           0
            production-log-is-a-path                    inconclusive           0           0
              The database did not answer within 30 s.
            one-full-invoice-an-order                   held                  88           2
              2 broke it before the run began
              a1f9: INV-0001 and INV-0002
              b2e8: INV-0003 and INV-0004
            """);
    }

    @Test
    void showsOnlyWhatTheRunHas() throws IOException {
        assertThat(terminal.contests(SampleRuns.verify())).isEmpty();
        assertThat(terminal.findings(SampleRuns.verify())).isEmpty();
        assertThat(terminal.invariants(SampleRuns.race())).isEmpty();
        assertThat(written(SampleRuns.run("", List.of(), List.of()), UNICODE))
                .isEqualTo("inconclusive  Nothing could be judged.\n");
    }

    @Test
    void countsTheSchedulesOfEachExploration() {
        assertThat(terminal.explorations(SampleExplorations.all())).isEqualTo("""
            explored        commands     run  pruned   at most  violating  first        time
            ────────────────────────────────────────────────────────────────────────────────
            concurrent-stock-allocation, racy code
              VIOLATED           3+3       4       1        20          2      3      310 ms
            three-of-them, right code
              VIOLATED         6+6+2   5,000       1    ~2.7 M          0     12  1 min 23 s
            nobody-came, right code
              inconclusive       0+0       1       1         –          0      –  1 min 23 s
            """);
    }

    @Test
    void showsAnInterleavingAsAColumnAContender() {
        String found = terminal.discoveries(SampleExplorations.demo());

        assertThat(found)
                .contains(
                        "\n  all 4 interleavings that matter were run, of at most 20: 2 violations\n",
                        "\n  Oversell: B wrote raw_substrate_stock, which it had read before A's write.\n",
                        "\n  reproduced 10 of 10\n",
                        "\n    ./photofinish explore concurrent-stock-allocation --replay 'A B B B A A'\n")
                .contains("""
                           A                                    B
                        1  * find raw_substrate_stock
                             {product_id: "pf-1",
                             quantity_on_hand: {$gt: 0}}
                           → 1 document
                        2                                       * find raw_substrate_stock
                    """.indent(0));
    }

    @Test
    void tellsWhoIsBlockedWhoGoesTogetherAndWhatIsWrongAnyway() {
        String found = terminal.discoveries(SampleExplorations.all());

        assertThat(found)
                .contains("(blocked)\n", "wrong even one after", "notice, no violation: serializable")
                .containsPattern("4 +\\* update weeks +\\* update weeks");
    }

    @Test
    void saysWhichPairsOfOperationsBreakWhat() {
        assertThat(terminal.matrices(SampleExplorations.all()))
                .contains("two at once on one stock")
                .contains("""
                    allocate-stock × allocate-stock                                     BREAKS
                      expect
                    allocate-stock × add-stock                                          held
                    """)
                .endsWith("not explored\n  nothing gives {{lot}}\n");
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void fitsEightyColumnsButForCommands(RunReport report) throws IOException {
        assertThat(written(report, UNICODE).lines())
                .filteredOn(line -> !line.contains("photofinish "))
                .allSatisfy(line -> assertThat(Cells.width(line)).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("everyRun")
    void plainIsPrintableAsciiOnly(RunReport report) throws IOException {
        assertThat(written(report, Style.PLAIN)).matches("[\\n\\x20-\\x7e]+");
    }

    @Test
    void coloursOnlyIfToldSoAndNeverInsteadOfTheWord() throws IOException {
        String coloured = written(SampleRuns.demo(), new Style(Palette.ANSI, Glyphs.UNICODE, 80));

        assertThat(written(SampleRuns.demo(), UNICODE)).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;31mVIOLATED", "\u001b[32mheld", "\u001b[33minconclusive");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")
                        .lines()
                        .map(String::stripTrailing)
                        .toList())
                .isEqualTo(written(SampleRuns.demo(), UNICODE)
                        .lines()
                        .map(String::stripTrailing)
                        .toList());
    }

    @Test
    void answersCannotSteerTheTerminal() throws IOException {
        String text = written(SampleRuns.hostile(), new Style(Palette.NONE, Glyphs.UNICODE, 80));

        assertThat(text).doesNotContain("\u001b", "\u0000", "\u202e").contains("?[31m? ]]> ?gnp.exe");
    }

    private static String written(RunReport report, Style style) throws IOException {
        StringWriter out = new StringWriter();
        new TerminalReport(style).render(report, out);
        return out.toString();
    }
}
