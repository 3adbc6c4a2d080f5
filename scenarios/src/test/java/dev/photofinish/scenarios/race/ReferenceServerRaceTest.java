package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Spread;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five bundled scenarios are seen failing on the racy code and holding on the right code, on every engine. */
@EveryEngine
class ReferenceServerRaceTest {

    private static final int ROUNDS_TO_FAIL_IN = 100;
    private static final int ROUNDS_TO_HOLD = 30;

    private final TestDatabase data;

    ReferenceServerRaceTest(TestDatabase data) {
        this.data = data;
    }

    static List<String> scenarios() {
        return ScenarioFile.bundledNames();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRacyCodeIsSeenFailing(String scenario) throws Exception {
        Hazards all = new Hazards(EnumSet.allOf(Hazard.class), Duration.ZERO);

        ContestReport report = raceUntilViolated(all, scenario, ROUNDS_TO_FAIL_IN);

        assertThat(report.tally().violated()).as("%s", report.inconclusive()).isEqualTo(1);
        assertThat(report.witnesses()).singleElement().satisfies(witness -> {
            assertThat(witness.verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(witness.evidence()).isNotEmpty();
            assertThat(witness.lanes()).hasSize(2);
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRightCodeHolds(String scenario) throws Exception {
        ContestReport report = raceUntilViolated(Hazards.none(), scenario, ROUNDS_TO_HOLD);

        assertThat(report.tally())
                .as("%s %s", report.inconclusive(), report.witnesses())
                .isEqualTo(new Tally(ROUNDS_TO_HOLD, 0, 0));
        assertThat(report.spread())
                .hasValueSatisfying(spread -> assertThat(spread.seenAt()).isEqualTo(Spread.SeenAt.SERVER));
    }

    private ContestReport raceUntilViolated(Hazards hazards, String scenario, int rounds) throws Exception {
        AtomicBoolean seen = new AtomicBoolean();
        MistySettings settings = MistySettings.local(data.uri(), data.name()).withHazards(hazards);
        try (MistyServer server = MistyServer.start(settings);
                Database database = Database.openNamed(data.uri(), data.name());
                Deployment deployment = Deployment.at(
                        Endpoint.of(server.url(), TlsTrust.system(), Timeouts.DEFAULT),
                        SystemFile.bundled("misty", name -> Optional.empty()).at(server.url()))) {
            Race race = new Race(deployment, Optional.of(database), ThingShop.settings(rounds));
            return race.run(
                    ScenarioFile.bundled(scenario, deployment.system()),
                    soFar -> seen.set(soFar.violated() > 0),
                    seen::get);
        }
    }
}
