package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Passed;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario file can say about how it is explored. */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "the gate is tested on the others, and so are the bundled scenarios")
class ScenarioExplorationTest {

    /** Nothing says what is right. */
    private static final String TWO_EDITS = """
        scenario: two-edits
        pairs: order
        given:
          - { as: admin, call: create-client, keep: { client: /data/id } }
          - { as: admin, call: create-order, keep: { order: /data/id } }
          - { as: admin, call: get-order, keep: { seen: / } }
        contenders:
          A: { as: sales, do: [ { call: update-order, with: { set: { priority: ASAP } } } ] }
          B: { as: sales, do: [ { call: update-order, with: { set: { notes: fragile } } } ] }
        """;

    /** Who looks while the lot is changed and its movement not yet written, and is then told both. */
    private static final String TWO_LOOKS = """
        scenario: two-looks
        given:
          - { as: admin, call: create-client, keep: { client: /data/id } }
          - { as: admin, call: add-stock, with: { product: "{{unique}}", quantity: 100 }, keep: { lot: /data/id } }
        contenders:
          A: { as: sales, do: [ { call: get-stock }, { call: get-movements } ] }
          B: { as: sales, do: [ { call: allocate-stock, with: { quantity: 80 } } ] }
        invariants: [ stock-not-negative ]
        """;

    private final TestDatabase data;

    @TempDir
    private Path folder;

    ScenarioExplorationTest(TestDatabase data) {
        this.data = data;
    }

    @Test
    void withoutAnyRuleTheSerialOracleNoticesALostEdit() throws Exception {
        ExplorationReport explored = explore(TWO_EDITS, Fresh.RESTORED, Hazard.ORDER_EDIT);

        assertThat(explored.verdict()).isEqualTo(Verdict.HELD);
        assertThat(explored.coverage().complete()).isTrue();
        assertThat(explored.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.rule()).isEqualTo("serializable");
            assertThat(notice.serial()).isFalse();
        });
    }

    @Test
    void serialMakesItAViolation() throws Exception {
        ExplorationReport explored = explore(TWO_EDITS + "serial: true\n", Fresh.RESTORED, Hazard.ORDER_EDIT);

        assertThat(explored.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations()).extracting(Discovery::rule).containsExactly("serializable");
    }

    @Test
    void anEarlierAnswerCountsToo() throws Exception {
        ExplorationReport explored = explore(TWO_LOOKS, Fresh.RESTORED, Hazard.STOCK_ALLOCATION);

        assertThat(explored.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.rule()).isEqualTo("serializable");
            assertThat(notice.interleaving().schedule()).isEqualTo("B B A A B");
        });
    }

    @Test
    void dataThatAreGivenAnewForEachScheduleShowTheSame() throws Exception {
        ExplorationReport restored = explore(TWO_EDITS, Fresh.RESTORED, Hazard.ORDER_EDIT);
        ExplorationReport given = explore(TWO_EDITS, Fresh.GIVEN, Hazard.ORDER_EDIT);

        assertThat(given.coverage().run()).isEqualTo(restored.coverage().run());
        assertThat(given.notices())
                .extracting(Discovery::schedules)
                .containsExactlyElementsOf(
                        restored.notices().stream().map(Discovery::schedules).toList());
        assertThat(restored.notes()).isEmpty();
    }

    @Test
    void whatIsIgnoredPassesAndIsCounted() throws Exception {
        ExplorationReport all = explore(TWO_EDITS, Fresh.RESTORED, Hazard.ORDER_EDIT);
        ExplorationReport some = explore(
                TWO_EDITS + "ignore: [ { collection: orders, command: find } ]\n", Fresh.RESTORED, Hazard.ORDER_EDIT);

        assertThat(some.coverage().commands().get("A"))
                .isLessThan(all.coverage().commands().get("A"));
        assertThat(some.passed())
                .extracting(Passed::reason, Passed::command)
                .contains(tuple(Passed.Reason.IGNORED, "find orders"));
    }

    private ExplorationReport explore(String scenario, Fresh fresh, Hazard... hazards) throws Exception {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), scenario);
        ExploreSettings settings = new ExploreSettings(
                new Strategy.Reduced(),
                SearchSettings.DEFAULT,
                fresh,
                Duration.ofMillis(100),
                "t" + Long.toString(System.nanoTime(), 36),
                "test",
                Optional.empty(),
                (name, schedule) -> schedule);
        try (WireGate gate = WireGate.open(WireSettings.parse("127.0.0.1:0", data.uri(), Optional.empty()));
                MistyServer server = MistyServer.start(MistySettings.local(gate.connectionString(), data.name())
                        .withHazards(new Hazards(Set.of(hazards), Duration.ZERO)));
                Database database = Database.openNamed(data.uri(), data.name());
                Deployment deployment = Deployment.at(
                        Endpoint.of(server.url(), TlsTrust.system(), Timeouts.DEFAULT),
                        SystemFile.bundled("misty", name -> Optional.empty()).at(server.url()))) {
            return new ScenarioExploration(deployment, database, gate, settings)
                    .run(ScenarioFile.read(file, deployment.system()), Watcher.NONE);
        }
    }
}
