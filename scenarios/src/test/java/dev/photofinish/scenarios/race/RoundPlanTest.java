package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundPlanTest {

    private static final SystemFile MISTY = SystemFile.bundled("misty", name -> Optional.empty());

    @Test
    void noTwoRoundsOfAnyRunOrScenarioShareAMark() {
        Stream<String> marks = Stream.of("r1", "r2")
                .flatMap(run -> ScenarioFile.bundledNames().stream()
                        .flatMap(scenario -> plans(scenario, run, Optional.empty()).stream()))
                .map(RoundPlan::unique);

        assertThat(marks)
                .hasSize(2 * 5 * 50)
                .doesNotHaveDuplicates()
                .allMatch(mark -> mark.matches("pf-r[12]-[0-9a-z]+-\\d+"));
    }

    @Test
    void withoutASweepNobodyIsHeldBack() {
        assertThat(plans("rapid-invoice-generation", "r1", Optional.empty()))
                .extracting(RoundPlan::offset)
                .containsOnly(Duration.ZERO);
    }

    @Test
    void aSweepVisitsEveryOffsetAndTheSeedDecidesWhen() {
        List<RoundPlan> plans = plans("rapid-invoice-generation", "r1", Optional.of(Duration.ofMillis(5)));
        List<RoundPlan> again = plans("rapid-invoice-generation", "r1", Optional.of(Duration.ofMillis(5)));

        assertThat(plans.stream().limit(Sweep.DEFAULT_POINTS).map(RoundPlan::offset))
                .containsExactlyInAnyOrderElementsOf(
                        new Sweep(Duration.ofMillis(5), Sweep.DEFAULT_POINTS, 7).offsets());
        assertThat(plans).isEqualTo(again);
    }

    private static List<RoundPlan> plans(String scenario, String run, Optional<Duration> sweep) {
        RaceSettings settings = new RaceSettings(50, Release.PLAIN, sweep, 7, run, "test", (name, round) -> "");
        return RoundPlan.of(ScenarioFile.bundled(scenario, MISTY), settings);
    }
}
