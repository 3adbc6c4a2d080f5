package dev.photofinish.cli;

import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.PoolSettings;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the reference server until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the reference server (Misty) until Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  photofinish serve                              right code, embedded database",
            "  photofinish serve --hazard all                 wrong on purpose",
            "  photofinish serve --hazard order-edit --database mongod --port 9000",
            "  photofinish serve --hazard all --explore       shows what is wrong with it first"
        })
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final CommandLineShown called;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(names = "--host", description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            converter = Ports.class,
            description = "The port, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = 8001;

    @Option(names = "--database-name", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
    private String databaseName = "misty_manufacturing";

    @Option(
            names = "--hazard",
            paramLabel = "NAMES",
            description = "Defects to switch on, separated by commas, or all; photofinish list names them.")
    private String hazards = "none";

    @Option(
            names = "--hazard-gap",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "A pause between a hazard's read and its write (default: 0ms, nothing artificial).")
    private Duration gap = Duration.ZERO;

    @Option(
            names = "--pool-min",
            paramLabel = "N",
            converter = Amounts.class,
            description = "Connections to MongoDB that are kept (default: ${DEFAULT-VALUE}).")
    private Integer poolMin = PoolSettings.DEFAULT.min();

    @Option(
            names = "--pool-max",
            paramLabel = "N",
            converter = Counts.class,
            description = "Connections to MongoDB at the most (default: ${DEFAULT-VALUE}; 20 to 30 on a small NAS).")
    private int poolMax = PoolSettings.DEFAULT.max();

    @Option(
            names = "--pool-idle",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long an unused connection stays open (default: 60s).")
    private Duration poolIdle = PoolSettings.DEFAULT.idle();

    @Option(
            names = "--server-selection",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long to look for a MongoDB that answers (default: 5s).")
    private Duration serverSelection = PoolSettings.DEFAULT.serverSelection();

    @Option(
            names = "--explore",
            description = {
                "Behind a gate: explore the interleavings of the five bundled scenarios first,",
                "and print what was found."
            })
    private boolean explore;

    ServeCommand(Terminal terminal, CommandLineShown called) {
        this.terminal = terminal;
        this.called = called;
    }

    @Override
    public Integer call() throws IOException {
        Hazards on = hazards();
        PoolSettings pool = pool();
        try (StopSignal stop = StopSignal.ofServer(terminal);
                RunningDatabase running = database.start()) {
            if (explore) {
                explore(running, on, stop);
            }
            try (MistyServer server = MistyServer.start(MistySettings.local(running.uri(), databaseName)
                    .withAddress(host, port)
                    .withPool(pool)
                    .withHazards(on))) {
                announce(server, running, on);
                stop.await();
            }
        }
        return 0;
    }

    /** On a server and data of its own, so that whoever is served afterwards finds neither a gate nor what a contest left. */
    private void explore(RunningDatabase running, Hazards on, StopSignal stop) throws IOException {
        ExploreOptions options = new ExploreOptions();
        RunClock clock = RunClock.start(called);
        ExplorationSeries.Result explored = new ReferenceExploration(
                        terminal, running, database.choice, options, new PairOptions(), clock, stop)
                .run(ReferenceExploration.label(on), on, ReferenceRace.expected(on), ScenarioFile.bundledNames());
        var unused = new ReportChoice()
                .publish(
                        clock.report(
                                options.seed(),
                                List.of(),
                                explored.explorations(),
                                List.of(),
                                List.of(),
                                explored.notDone()),
                        terminal);
        terminal.out().println();
    }

    private Hazards hazards() {
        try {
            return new Hazards(Hazard.parse(hazards), gap);
        } catch (IllegalArgumentException unknown) {
            throw new UsageProblem(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private PoolSettings pool() {
        try {
            return new PoolSettings(poolMin, poolMax, poolIdle, serverSelection);
        } catch (IllegalArgumentException impossible) {
            throw new UsageProblem(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private void announce(MistyServer server, RunningDatabase running, Hazards on) {
        if (!on.names().isEmpty()) {
            terminal.say("Hazards are on: this server is wrong on purpose. Keep it away from data that matters.");
        }
        terminal.out().println("Misty answers at " + server.url());
        terminal.out().println("  database  " + running.description() + ", " + databaseName);
        terminal.out().println("  hazards   " + (on.names().isEmpty() ? "none" : on.names()));
        terminal.out().println("  users     admin (password admin); sales-a, sales-b, manager-a, manager-b,");
        terminal.out().println("            production-a, production-b (password photofinish)");
        terminal.out().println("Ctrl-C stops it.");
        terminal.out().flush();
    }
}
