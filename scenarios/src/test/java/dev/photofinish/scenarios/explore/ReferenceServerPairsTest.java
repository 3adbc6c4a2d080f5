package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Users who do different things to the same entity on the right code: no rule is broken, and no answer shows a change half done.
 * Of all pairs those in which one side's change has consequences in other documents, which the other side may look in between.
 */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "what is seen between two commands does not depend on the engine")
class ReferenceServerPairsTest {

    private final TestDatabase data;

    ReferenceServerPairsTest(TestDatabase data) {
        this.data = data;
    }

    @ParameterizedTest
    @CsvSource({
        "pairs-on-order, update, move",
        "pairs-on-order, update, invoice",
        "pairs-on-order, update, delete",
        "pairs-on-order, move, delete",
        "pairs-on-stock, allocate, delete",
        "pairs-on-timesheet, submit, approve"
    })
    void theRightCodeGivesNotEvenANotice(String scenario, String one, String other) throws Exception {
        try (BehindTheGate misty = new BehindTheGate(data, Set.of())) {
            ScenarioFile pairs = misty.scenario(scenario);

            ExplorationReport report =
                    misty.explore(pairs.pair(contender(pairs, one), contender(pairs, other)), new Strategy.Reduced());

            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.HELD);
            assertThat(report.coverage().complete()).as(report.toString()).isTrue();
            assertThat(report.discoveries()).as(report.toString()).isEmpty();
        }
    }

    private static Contender contender(ScenarioFile scenario, String name) {
        return scenario.contenders().stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
