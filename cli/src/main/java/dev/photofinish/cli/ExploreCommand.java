package dev.photofinish.cli;

import dev.photofinish.explorer.processes.Residence;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.RunReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.explore.ExploreSettings;
import dev.photofinish.scenarios.explore.ScenarioExploration;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explores the interleavings of scenarios on a deployment whose database commands come through a gate. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = {
            "Runs two users' database commands in every order that matters, and shows the",
            "shortest one that breaks a rule. All you have to do: start the application with",
            "the gate's address (--listen) in place of its MongoDB's."
        },
        footer = {
            "",
            "Examples:",
            "  photofinish explore rapid-invoice-generation --reference --hazard all",
            "  photofinish explore --pairs --reference --hazard all --html matrix.html",
            "  photofinish explore my-scenario.yaml --system my-system.yaml \\",
            "      --url http://127.0.0.1:8001 --mongo mongodb://127.0.0.1:27017/shop",
            "  photofinish explore rapid-invoice-generation --reference --hazard invoice \\",
            "      --replay \"A B B A\""
        })
final class ExploreCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final CommandLineShown called;

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "Names of bundled scenarios (photofinish list) or scenario files.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where the gate listens for the application (default: ${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1:27018";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = Amounts.class,
            description = "How long to wait for the application to start (default: ${DEFAULT-VALUE}).")
    private Integer patienceSeconds = 60;

    @Mixin
    private final SystemChoice systemChoice = new SystemChoice();

    @Mixin
    private final TargetChoice target = new TargetChoice();

    @Mixin
    private final ProcessChoice processes = new ProcessChoice();

    @Mixin
    private final ExploreOptions options = new ExploreOptions();

    @Option(names = "--reference", description = "Explore the reference server, started here behind the gate.")
    private boolean reference;

    @Option(
            names = "--hazard",
            paramLabel = "NAMES",
            converter = Hazardous.class,
            description = "With --reference: its defects to switch on, or all; photofinish list names them.")
    private Hazards hazards = Hazards.none();

    @Mixin
    private final DatabaseOption databaseOption = new DatabaseOption();

    @Mixin
    private final ReportChoice reports = new ReportChoice();

    @Mixin
    private final PairOptions pairs = new PairOptions();

    @Option(
            names = "--put-back",
            description = {
                "Explore nothing: put back what an exploration of the database (--mongo) that was",
                "killed had not, as far as nobody else has written it since."
            })
    private boolean putBack;

    @Option(names = "--yes", description = "Go ahead although the deployment is not on this machine.")
    private boolean yes;

    ExploreCommand(Terminal terminal, CommandLineShown called) {
        this.terminal = terminal;
        this.called = called;
    }

    @Override
    public Integer call() throws IOException {
        if (putBack) {
            return new KilledExplorations(terminal, called).putBack(mongo(), target.mongoTrust());
        }
        scenarios = pairs.scenarios(scenarios, systemChoice.isBundled());
        reports.mustBeWritable();
        options.announceSeed(terminal);
        RunClock clock = RunClock.start(called);
        try (StopSignal stop = StopSignal.duringSchedules(terminal)) {
            ExplorationSeries.Result explored = reference ? onReference(clock, stop) : onDeployment(clock, stop);
            RunReport report = clock.report(
                    options.seed(),
                    List.of(),
                    explored.explorations(),
                    explored.matrices(),
                    List.of(),
                    explored.notDone());
            return stop.exitCode(reports.publish(report, terminal).exitCode());
        }
    }

    private ExplorationSeries.Result onReference(RunClock clock, StopSignal stop) throws NoAnswerException {
        scenarios.forEach(BundledOnly::check);
        SystemFile misty = SystemFile.bundled("misty", variable -> Optional.empty());
        mustFit(scenarios.stream()
                .map(name -> ScenarioFile.bundled(name, misty))
                .toList());
        try (RunningDatabase running = databaseOption.start()) {
            terminal.say("Database: " + running.description());
            return new ReferenceExploration(terminal, running, databaseOption.choice, options, pairs, clock, stop)
                    .run(ReferenceExploration.label(hazards), hazards, Optional.empty(), scenarios);
        }
    }

    private ExplorationSeries.Result onDeployment(RunClock clock, StopSignal stop) throws NoAnswerException {
        SystemFile system = target.at(systemChoice.read());
        List<ScenarioFile> files = systemChoice.scenarios(scenarios, system);
        mustFit(files);
        Endpoint endpoint = target.endpoint(system);
        String mongo = mongo();
        Residence residence = processes.residence(endpoint);
        Intent.exploring(files, system, endpoint).announce(terminal, yes);
        try (WireGate gate = Gates.open(listen, mongo, target.mongoTrust(), residence);
                Database database = Database.open(mongo, system.database(), target.mongoTrust());
                Deployment deployment = Deployment.at(endpoint, system)) {
            new KilledExplorations(terminal, called).announce(gate.database());
            terminal.say("The gate is open: the application's MongoDB is now " + gate.connectionString());
            if (!new Arrival(terminal, stop, Duration.ofSeconds(patienceSeconds)).of(deployment)) {
                return ExplorationSeries.Result.nothing("Stopped while waiting for the application to answer at "
                        + deployment.endpoint() + "; nothing was explored.");
            }
            ScenarioExploration exploration = new ScenarioExploration(
                            deployment, database, gate, settings(endpoint, clock))
                    .notingDownIn(KilledExplorations.folder());
            return new ExplorationSeries(exploration, system, pairs, terminal, stop).run(files, "");
        }
    }

    /** Nobody waits for an application to be told then that the question was wrong. */
    private void mustFit(List<ScenarioFile> files) {
        files.forEach(file -> {
            pairs.mustFit(file);
            options.mustFit(file, pairs);
        });
    }

    private String mongo() {
        return target.mongo.orElseThrow(() ->
                new UsageProblem("Say which database the gate stands before: --mongo mongodb://host:27017/database. "
                        + "Or try it on the reference server: --reference."));
    }

    private ExploreSettings settings(Endpoint endpoint, RunClock clock) {
        String address = endpoint.toString();
        return new ExploreSettings(
                options.strategy(),
                options.settings(),
                options.fresh,
                options.settle(),
                options.unsafe(),
                clock.mark(),
                address,
                Optional.empty(),
                (scenario, schedule) -> ReplayCommand.explore(called, scenarios, scenario, schedule));
    }
}
