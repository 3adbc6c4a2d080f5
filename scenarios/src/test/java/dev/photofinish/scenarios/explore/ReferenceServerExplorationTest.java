package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hazard is found and the right code is clean, on every engine; reduction leaves out schedules, never verdicts. */
@EveryEngine
class ReferenceServerExplorationTest {

    private static final int SOON = 50;
    private static final Strategy REDUCED = new Strategy.Reduced();

    private final TestDatabase data;

    ReferenceServerExplorationTest(TestDatabase data) {
        this.data = data;
    }

    static List<String> scenarios() {
        return ScenarioFile.bundledNames();
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK_ALLOCATION, concurrent-stock-allocation",
        "ORDER_NUMBER, two-orders",
        "ORDER_EDIT, simultaneous-order-editing",
        "TIMESHEET_APPROVAL, concurrent-timesheet-approval",
        "TIMESHEET_SUBMISSION, submitted-again",
        "INVOICE, rapid-invoice-generation",
        "STAGE_MOVE, job-card-stage-progression"
    })
    void everyHazardIsFoundSoon(Hazard hazard, String scenario) throws Exception {
        try (BehindTheGate misty = new BehindTheGate(data, EnumSet.of(hazard))) {
            ExplorationReport report = misty.explore(misty.scenario(scenario), REDUCED);

            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VIOLATED);
            assertThat(report.firstViolationAt().orElseThrow()).isLessThanOrEqualTo(SOON);
            assertThat(report.violations().getFirst().interleaving().reproduced())
                    .isEqualTo(report.violations().getFirst().interleaving().attempts());
        }
    }

    @Test
    void aRaceInsideAnUpsertIsDecidedStepByStep() throws Exception {
        assumeThat(data.engine()).as("the embedded database has no such race").isNotEqualTo(Engine.EMBEDDED);
        try (BehindTheGate misty = new BehindTheGate(data, EnumSet.of(Hazard.UPSERT))) {
            ExplorationReport report = misty.explore(misty.scenario("first-look-at-a-week"), REDUCED);

            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VIOLATED);
            assertThat(report.violations())
                    .allSatisfy(violation ->
                            assertThat(violation.interleaving().schedule()).doesNotContain("+"));
            assertThat(report.coverage().togetherPairs()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRightCodeHoldsInEverySchedule(String scenario) throws Exception {
        try (BehindTheGate misty = new BehindTheGate(data, Set.of())) {
            ExplorationReport report = misty.explore(misty.scenario(scenario), REDUCED);

            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.HELD);
            assertThat(report.coverage().complete()).as(report.toString()).isTrue();
            assertThat(report.discoveries()).as("not even a notice").isEmpty();
            assertThat(report.coverage().inconclusive()).isZero();
            assertThat(report.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK_ALLOCATION, concurrent-stock-allocation",
        "ORDER_NUMBER, two-orders",
        "ORDER_EDIT, simultaneous-order-editing",
        "TIMESHEET_APPROVAL, concurrent-timesheet-approval"
    })
    void whereNobodyWroteARuleTheSerialOracleFindsEveryRace(Hazard hazard, String scenario) throws Exception {
        try (BehindTheGate misty = new BehindTheGate(data, EnumSet.of(hazard))) {
            ExplorationReport report = misty.explore(misty.withoutRules(scenario), REDUCED);

            assertThat(report.violations()).isEmpty();
            assertThat(report.notices())
                    .as(report.toString())
                    .extracting(Discovery::rule)
                    .containsExactly("serializable");
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whereNobodyWroteARuleTheRightCodeGivesNoNotice(String scenario) throws Exception {
        try (BehindTheGate misty = new BehindTheGate(data, Set.of())) {
            ExplorationReport report = misty.explore(misty.withoutRules(scenario), REDUCED);

            assertThat(report.discoveries()).as(report.toString()).isEmpty();
            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.HELD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stock-allocation, concurrent-stock-allocation, 1",
        "order-edit, simultaneous-order-editing, 1",
        "stage-move, job-card-stage-progression, 1",
        "order-number, two-orders, 5",
        "invoice, rapid-invoice-generation, 5",
        "timesheet-approval, concurrent-timesheet-approval, 5",
        "none, concurrent-stock-allocation, 1",
        "none, simultaneous-order-editing, 1",
        "none, job-card-stage-progression, 1"
    })
    void reductionLeavesOutSchedulesAndNoVerdict(String hazards, String scenario, int atLeastSoManyTimesFewer)
            throws Exception {
        assumeThat(data.engine()).as("counts do not depend on the engine").isEqualTo(Engine.EMBEDDED);
        try (BehindTheGate misty = new BehindTheGate(data, Hazard.parse(hazards))) {
            ExplorationReport all = misty.explore(misty.scenario(scenario), new Strategy.Exhaustive());
            ExplorationReport reduced = misty.explore(misty.scenario(scenario), REDUCED);

            assertThat(all.coverage().complete()).as(all.toString()).isTrue();
            assertThat(reduced.coverage().complete()).as(reduced.toString()).isTrue();
            assertThat(reduced.coverage().run() * atLeastSoManyTimesFewer)
                    .isLessThanOrEqualTo(all.coverage().run());
            assertThat(switchesByRule(reduced))
                    .isEqualTo(switchesByRule(all))
                    .isEqualTo(misty.fewestSwitchesByRule(misty.scenario(scenario)));
        }
    }

    /**
     * Against every schedule, each as it was run, where all can be run within a few seconds on a real server. Left out are the
     * timesheet's hazards, since approving takes nine commands (half a minute and more; the embedded database has it, above), and
     * the upsert, whose race is in no schedule.
     */
    @ParameterizedTest
    @CsvSource({
        "STOCK_ALLOCATION, concurrent-stock-allocation",
        "ORDER_EDIT, simultaneous-order-editing",
        "STAGE_MOVE, job-card-stage-progression",
        "ORDER_NUMBER, two-orders",
        "INVOICE, rapid-invoice-generation"
    })
    void noScheduleShowsItWithFewerSwitchesThanTheWitness(Hazard hazard, String scenario) throws Exception {
        assumeThat(data.engine()).as("counts do not depend on the engine").isEqualTo(Engine.REPLICA_SET);
        try (BehindTheGate misty = new BehindTheGate(data, EnumSet.of(hazard))) {
            ExplorationReport reduced = misty.explore(misty.scenario(scenario), REDUCED);

            assertThat(reduced.verdict()).as(reduced.toString()).isEqualTo(Verdict.VIOLATED);
            assertThat(switchesByRule(reduced)).isEqualTo(misty.fewestSwitchesByRule(misty.scenario(scenario)));
        }
    }

    /** Each rule with the context switches of its shortest witness. */
    private static Map<String, Integer> switchesByRule(ExplorationReport report) {
        Map<String, Integer> switches = new TreeMap<>();
        report.discoveries()
                .forEach(found -> switches.put(
                        found.rule(),
                        Schedule.parse(found.interleaving().schedule()).switches()));
        return switches;
    }
}
