package dev.photofinish.cli;

import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.explore.ExploreBench;
import dev.photofinish.scenarios.explore.ExploreCost;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What exploring costs: with and without reduction, and a schedule against plain requests. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = {
            "Explores scenarios on the reference server's racy code with reduction and without,",
            "and compares a schedule with the same requests one after the other without the gate."
        },
        footer = {"", "Example:", "  photofinish bench explore --database mongod-standalone"})
final class BenchExploreCommand implements Callable<Integer> {

    private static final String NAME = "photofinish_bench_explore";

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "Only these of the five bundled scenarios.")
    private List<String> scenarios = ScenarioFile.bundledNames();

    @Option(
            names = "--schedules",
            paramLabel = "N",
            converter = Counts.class,
            description = "How many of each scenario are timed at least (default: ${DEFAULT-VALUE}).")
    private int schedules = ExploreBench.SCHEDULES;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    BenchExploreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws NoAnswerException, InterruptedException {
        terminal.out().println(RunClock.machine());
        try (RunningDatabase running = database.start();
                WireGate gate = Gates.open("127.0.0.1:0", running.uri(), Optional.empty());
                Database data = Database.openNamed(running.uri(), NAME)) {
            terminal.out().println("Database: " + running.description());
            MistyServer gated = racy(gate.connectionString());
            MistyServer straight = racy(running.uri());
            try (Deployment behind = deployment(gated);
                    Deployment past = deployment(straight)) {
                measure(new ExploreBench(behind, past, data, gate, schedules));
            } finally {
                straight.close();
                gated.discard();
            }
        }
        return 0;
    }

    private void measure(ExploreBench bench) throws NoAnswerException, InterruptedException {
        for (String scenario : scenarios) {
            bench.warmUp(ScenarioFile.bundled(scenario, bench.gated().system()));
        }
        List<ExploreCost> costs = new ArrayList<>();
        for (String scenario : scenarios) {
            ExploreCost cost =
                    bench.measure(ScenarioFile.bundled(scenario, bench.gated().system()));
            costs.add(cost);
            terminal.out().println(cost.text());
            terminal.out().flush();
        }
        terminal.out().println(ExploreCost.total(costs));
        terminal.out().flush();
    }

    private static MistyServer racy(String uri) {
        return MistyServer.start(
                MistySettings.local(uri, NAME).withHazards(new Hazards(EnumSet.allOf(Hazard.class), Duration.ZERO)));
    }

    private static Deployment deployment(MistyServer server) throws NoAnswerException {
        SystemFile system =
                SystemFile.bundled("misty", variable -> Optional.empty()).at(server.url());
        return Deployment.at(Endpoint.of(server.url(), TlsTrust.system(), Timeouts.DEFAULT), system);
    }
}
