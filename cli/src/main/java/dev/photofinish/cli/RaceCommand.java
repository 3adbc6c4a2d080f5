package dev.photofinish.cli;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantRun;
import dev.photofinish.scenarios.race.CleanupJournal;
import dev.photofinish.scenarios.race.Race;
import dev.photofinish.scenarios.race.RaceSettings;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.system.SystemFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Races scenarios against a deployment. */
@Command(
        name = "race",
        mixinStandardHelpOptions = true,
        description = "Lets users collide on a deployment, round after round, and judges what came of it.",
        footer = {
            "",
            "Examples:",
            "  photofinish race concurrent-stock-allocation --url http://127.0.0.1:8001",
            "  photofinish race my-scenario.yaml --system my-system.yaml --rounds 500 --html race.html",
            "  photofinish race simultaneous-order-editing --url http://nas:8001 --yes \\",
            "      --mongo mongodb://nas:27017/misty_manufacturing"
        })
final class RaceCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final CommandLineShown called;

    @Parameters(
            arity = "1..*",
            paramLabel = "SCENARIO",
            description = "Names of bundled scenarios (photofinish list) or scenario files.")
    private List<String> scenarios = List.of();

    @Mixin
    private final SystemChoice systemChoice = new SystemChoice();

    @Mixin
    private final TargetChoice target = new TargetChoice();

    @Mixin
    private final RaceOptions options = new RaceOptions();

    @Mixin
    private final ReportChoice reports = new ReportChoice();

    @Option(names = "--yes", description = "Go ahead although the deployment is not on this machine.")
    private boolean yes;

    @Option(
            names = "--clean-up",
            description = {
                "Only take away what earlier races of these scenarios have left on the",
                "deployment because they were killed."
            })
    private boolean cleanUp;

    RaceCommand(Terminal terminal, CommandLineShown called) {
        this.terminal = terminal;
        this.called = called;
    }

    @Override
    public Integer call() throws IOException {
        SystemFile system = target.at(systemChoice.read());
        List<ScenarioFile> files = systemChoice.scenarios(scenarios, system);
        Endpoint endpoint = target.endpoint(system);
        Leftovers leftovers = Leftovers.on(endpoint, terminal);
        if (cleanUp) {
            return cleanUp(leftovers, system, files);
        }
        reports.mustBeWritable();
        leftovers.announce();
        Intent.of(files, system, options.rounds, endpoint).announce(terminal, yes);
        options.announceSeed(terminal);
        RunClock clock = RunClock.start(called);
        try (Deployment deployment = Deployment.at(endpoint, system);
                StopSignal stop = StopSignal.duringRounds(terminal)) {
            RunReport report = run(deployment, files, clock, stop, leftovers.journal(called));
            return stop.exitCode(reports.publish(report, terminal).exitCode());
        }
    }

    private int cleanUp(Leftovers leftovers, SystemFile system, List<ScenarioFile> files) throws IOException {
        Intent.mustBeAllowed(leftovers.endpoint(), "take away that data", yes);
        try (Deployment deployment = Deployment.at(leftovers.endpoint(), system)) {
            if (!leftovers.cleanUp(deployment, files)) {
                terminal.say("No race has left anything on " + leftovers.endpoint() + ".");
            }
            return 0;
        }
    }

    private RunReport run(
            Deployment deployment,
            List<ScenarioFile> files,
            RunClock clock,
            StopSignal stop,
            Optional<CleanupJournal> journal)
            throws NoAnswerException {
        Optional<Database> database = target.database(deployment.system());
        try {
            InvariantRun invariants = InvariantRun.begin(atTheEnd(deployment.system(), files), database, deployment);
            invariants.notJudged().ifPresent(terminal::say);
            Race race = new Race(deployment, database, settings(deployment.endpoint(), clock), journal);
            List<ContestReport> contests = new Series(race, options.rounds, terminal, stop).run(files, "");
            List<InvariantReport> atEnd = invariants.end();
            race.cleanUp().ifPresent(terminal::say);
            return clock.report(options.seed(), contests, atEnd);
        } finally {
            journal.ifPresent(CleanupJournal::close);
            database.ifPresent(Database::close);
        }
    }

    /** What only some scenarios' data must fulfil, of which none is raced, says nothing about what was. */
    private static List<Invariant> atTheEnd(SystemFile system, List<ScenarioFile> raced) {
        return system.invariants().values().stream()
                .filter(rule -> !isOfItsScenariosOnly(rule)
                        || raced.stream().anyMatch(file -> file.invariants().contains(rule)))
                .toList();
    }

    private static boolean isOfItsScenariosOnly(Invariant rule) {
        return rule instanceof Invariant.OnData onData && onData.touched().isPresent();
    }

    private RaceSettings settings(Endpoint endpoint, RunClock clock) {
        String address = endpoint.toString();
        return new RaceSettings(
                options.rounds,
                options.release,
                options.sweep,
                options.seed(),
                clock.mark(),
                address,
                (scenario, round) -> ReplayCommand.race(called, scenarios, scenario, round, options.seed()));
    }
}
