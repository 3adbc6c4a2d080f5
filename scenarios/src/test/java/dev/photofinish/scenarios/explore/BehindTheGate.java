package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.race.DirectedRounds;
import dev.photofinish.scenarios.race.EndedRound;
import dev.photofinish.scenarios.scenario.Expectation;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The reference server behind a wire gate, and what exploring a scenario on it found. */
final class BehindTheGate implements AutoCloseable {

    private int explorations;
    private final WireGate gate;
    private final MistyServer server;
    private final Database database;
    private final Deployment deployment;

    BehindTheGate(TestDatabase data, Set<Hazard> hazards) throws Exception {
        gate = WireGate.open(WireSettings.parse("127.0.0.1:0", data.uri(), Optional.empty()));
        server = MistyServer.start(MistySettings.local(gate.connectionString(), data.name())
                .withHazards(new Hazards(hazards, Duration.ZERO)));
        database = Database.openNamed(data.uri(), data.name());
        SystemFile system =
                SystemFile.bundled("misty", name -> Optional.empty()).at(server.url());
        deployment = Deployment.at(Endpoint.of(server.url(), TlsTrust.system(), Timeouts.DEFAULT), system);
    }

    /** A bundled one, or one of this package's. */
    ScenarioFile scenario(String name) throws URISyntaxException {
        if (ScenarioFile.bundledNames().contains(name)
                || ScenarioFile.bundledPairs().contains(name)) {
            return ScenarioFile.bundled(name, deployment.system());
        }
        URL own = Objects.requireNonNull(
                BehindTheGate.class.getResource("/explore/" + name + ".yaml"), "no scenario " + name);
        return ScenarioFile.read(Path.of(own.toURI()), deployment.system());
    }

    /** The same, but nobody says what is right. */
    ScenarioFile withoutRules(String name) throws URISyntaxException {
        ScenarioFile file = scenario(name);
        return new ScenarioFile(
                file.name(),
                file.title(),
                file.source(),
                file.given(),
                file.contenders(),
                file.rendezvous(),
                new Expectation(OptionalInt.empty(), OptionalInt.empty(), List.of()),
                List.of(),
                file.cleanup(),
                List.of(),
                file.serial(),
                file.failures(),
                file.ignore(),
                file.uncompared(),
                file.pairs());
    }

    /** May be called again: each time with data of its own, since some cannot be taken away. */
    ExplorationReport explore(ScenarioFile scenario, Strategy strategy) throws Exception {
        ExploreSettings settings = new ExploreSettings(
                strategy,
                new SearchSettings(5_000, Optional.empty(), 20, 3),
                Fresh.RESTORED,
                Duration.ofMillis(100),
                "test" + explorations++,
                "test",
                Optional.empty(),
                (name, schedule) -> schedule);
        return new ScenarioExploration(deployment, database, gate, settings).run(scenario, Watcher.NONE);
    }

    /** Runs every schedule; gives for each rule the context switches of the one that breaks it with the fewest. */
    Map<String, Integer> fewestSwitchesByRule(ScenarioFile scenario) throws Exception {
        Map<String, Integer> fewest = new TreeMap<>();
        try (DirectedRounds rounds = DirectedRounds.of(scenario, deployment, Optional.of(database), "every")) {
            Ground ground = new Ground(rounds, Fresh.RESTORED, gate);
            ScenarioContest contest = ScenarioContest.of(scenario, deployment, gate, ground, Duration.ofMillis(100));
            Verdicts verdicts = Verdicts.of(
                    scenario, deployment, contest, ground, database.mongo().getName());
            Judge<EndedRound> judge = new Aftermath(contest, ground, verdicts);
            Judge<EndedRound> noting = (turns, round) -> {
                int switches = new Schedule(turns.stream()
                                .map(turn -> turn.steps().getFirst().contender())
                                .toList())
                        .switches();
                judge.judge(turns, round)
                        .findings()
                        .forEach(finding -> fewest.merge(finding.rule(), switches, Math::min));
                return Judgement.HELD;
            };
            Coverage coverage = new Explorer(
                            new Strategy.Exhaustive(), new SearchSettings(5_000, Optional.empty(), 0, 1))
                    .explore(contest, noting, Watcher.NONE)
                    .coverage();
            assertThat(coverage.run()).isEqualTo(coverage.outOf().orElseThrow().longValueExact());
            ground.leaveBehind();
        }
        return fewest;
    }

    @Override
    public void close() {
        deployment.close();
        database.close();
        server.close();
        gate.close();
    }
}
