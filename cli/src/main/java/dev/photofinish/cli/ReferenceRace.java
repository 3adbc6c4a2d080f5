package dev.photofinish.cli;

import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantRun;
import dev.photofinish.scenarios.race.Race;
import dev.photofinish.scenarios.race.RaceSettings;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.List;
import java.util.Optional;

/** Starts the reference server on a database of its own, races scenarios against it, and stops it. */
record ReferenceRace(
        Terminal terminal,
        RunningDatabase running,
        String databaseChoice,
        RaceOptions options,
        RunClock clock,
        StopSignal stop) {

    /**
     * What came of it; the invariants are those on all data at the end.
     *
     * @param notDone what was not even begun since it was told to stop, a sentence each
     */
    record Result(List<ContestReport> contests, List<InvariantReport> invariants, List<String> notDone) {}

    Result run(String label, Hazards hazards, List<String> scenarios, int rounds) throws NoAnswerException {
        if (stop.requested()) {
            return new Result(List.of(), List.of(), List.of("Stopped before the " + label + " was raced."));
        }
        String name = "photofinish_" + clock.mark() + "_" + label.replace(' ', '_');
        MistyServer server =
                MistyServer.start(MistySettings.local(running.uri(), name).withHazards(hazards));
        try (Database database = Database.openNamed(running.uri(), name)) {
            SystemFile system =
                    SystemFile.bundled("misty", variable -> Optional.empty()).at(server.url());
            try (Deployment deployment =
                    Deployment.at(Endpoint.of(server.url(), TlsTrust.system(), Timeouts.DEFAULT), system)) {
                RaceSettings settings = settings(label, expected(hazards), rounds);
                return race(deployment, database, settings, scenarios);
            }
        } finally {
            server.discard();
        }
    }

    private Result race(Deployment deployment, Database database, RaceSettings settings, List<String> scenarios)
            throws NoAnswerException {
        SystemFile system = deployment.system();
        Race race = new Race(deployment, Optional.of(database), settings);
        List<ScenarioFile> files = scenarios.stream()
                .map(name -> ScenarioFile.bundled(name, system))
                .toList();
        List<ContestReport> contests =
                new Series(race, settings.rounds(), terminal, stop).run(files, settings.label() + ": ");
        return new Result(
                contests,
                InvariantRun.ofNow(system.invariants().values(), Optional.of(database), Optional.of(deployment))
                        .end(),
                List.of());
    }

    /** What is wrong on purpose is meant to be seen. */
    static Optional<Verdict> expected(Hazards hazards) {
        return hazards.names().isEmpty() ? Optional.empty() : Optional.of(Verdict.VIOLATED);
    }

    private RaceSettings settings(String label, Optional<Verdict> expected, int rounds) {
        return new RaceSettings(
                rounds,
                options.release,
                options.sweep,
                options.seed(),
                clock.mark(),
                label,
                expected,
                (scenario, round) -> ReplayCommand.demo(scenario, databaseChoice, round, options.seed()));
    }
}
