package dev.photofinish.scenarios.explore;

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
import dev.photofinish.scenarios.scenario.Expectation;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The reference server behind a wire gate, and what exploring a scenario on it found. */
final class BehindTheGate implements AutoCloseable {

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
                file.ignore(),
                file.pairs());
    }

    ExplorationReport explore(ScenarioFile scenario, Strategy strategy) throws Exception {
        ExploreSettings settings = new ExploreSettings(
                strategy,
                new SearchSettings(5_000, Optional.empty(), 20, 3),
                Fresh.RESTORED,
                "test",
                "test",
                Optional.empty(),
                (name, schedule) -> schedule);
        return new ScenarioExploration(deployment, database, gate, settings).run(scenario, Watcher.NONE);
    }

    @Override
    public void close() {
        deployment.close();
        database.close();
        server.close();
        gate.close();
    }
}
