package dev.photofinish.cli;

import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.explore.ExploreSettings;
import dev.photofinish.scenarios.explore.ScenarioExploration;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.List;
import java.util.Optional;

/** Starts the reference server behind a gate on a database of its own, explores scenarios on it, and stops it. */
record ReferenceExploration(
        Terminal terminal,
        RunningDatabase running,
        String databaseChoice,
        ExploreOptions options,
        PairOptions pairs,
        RunClock clock,
        StopSignal stop) {

    private static final String ANY_FREE_PORT = "127.0.0.1:0";

    /** What tables call a reference server with these hazards. */
    static String label(Hazards hazards) {
        return hazards.on().isEmpty() ? "right code" : "hazards " + named(hazards);
    }

    /** As {@code --hazard} takes them. */
    static String named(Hazards hazards) {
        return hazards.on().size() == Hazard.values().length ? "all" : hazards.names();
    }

    /** Of a run's racy and right servers, whichever hazards are on: MongoDB takes at most 63 bytes. */
    static String databaseName(RunClock clock, Hazards hazards) {
        return "photofinish_" + clock.mark() + "_explored_" + (hazards.on().isEmpty() ? "right" : "racy") + "_code";
    }

    /** @param expected what its hazards are meant to show, if anybody means them to */
    ExplorationSeries.Result run(String label, Hazards hazards, Optional<Verdict> expected, List<String> scenarios)
            throws NoAnswerException {
        if (stop.requested()) {
            return ExplorationSeries.Result.nothing("Stopped before the " + label + " was explored.");
        }
        String name = databaseName(clock, hazards);
        try (WireGate gate = Gates.open(ANY_FREE_PORT, running.uri(), Optional.empty());
                Database database = Database.openNamed(running.uri(), name)) {
            MistyServer server = MistyServer.start(
                    MistySettings.local(gate.connectionString(), name).withHazards(hazards));
            try {
                return explore(server, gate, database, settings(label, hazards, expected), scenarios);
            } finally {
                server.discard();
            }
        }
    }

    private ExplorationSeries.Result explore(
            MistyServer server, WireGate gate, Database database, ExploreSettings settings, List<String> scenarios)
            throws NoAnswerException {
        SystemFile system =
                SystemFile.bundled("misty", variable -> Optional.empty()).at(server.url());
        try (Deployment deployment =
                Deployment.at(Endpoint.of(server.url(), TlsTrust.system(), Timeouts.DEFAULT), system)) {
            List<ScenarioFile> files = scenarios.stream()
                    .map(name -> ScenarioFile.bundled(name, system))
                    .toList();
            ScenarioExploration exploration = new ScenarioExploration(deployment, database, gate, settings);
            return new ExplorationSeries(exploration, system, pairs, terminal, stop)
                    .run(files, settings.label() + ": ");
        }
    }

    private ExploreSettings settings(String label, Hazards hazards, Optional<Verdict> expected) {
        return new ExploreSettings(
                options.strategy(),
                options.settings(),
                options.fresh,
                options.settleOfTheReference(),
                options.unsafe(),
                clock.mark(),
                label,
                expected,
                (scenario, schedule) ->
                        ReplayCommand.reference(scenario, databaseChoice, hazards, options.fresh, schedule));
    }
}
