package dev.photofinish.cli;

import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether every hazard is seen, and the right code stays clean for long. */
@Command(
        name = "hazards",
        mixinStandardHelpOptions = true,
        description = {
            "Races the five scenarios on the racy code (100 rounds) and on the right code (2,000),",
            "with no artificial gap. Ends with 0 if all hazards were seen and nothing else."
        },
        footer = {"", "Example:", "  photofinish bench hazards --database mongod"})
final class BenchHazardsCommand implements Callable<Integer> {

    private static final int RACY_ROUNDS = 100;
    private static final int RIGHT_ROUNDS = 2_000;

    private final Terminal terminal;
    private final CommandLineShown called;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final ReportChoice reports = new ReportChoice();

    @Option(
            names = "--right-rounds",
            paramLabel = "N",
            converter = Counts.class,
            description = "How often each scenario is raced on the right code (default: ${DEFAULT-VALUE}).")
    private int rightRounds = RIGHT_ROUNDS;

    BenchHazardsCommand(Terminal terminal, CommandLineShown called) {
        this.terminal = terminal;
        this.called = called;
    }

    @Override
    public Integer call() throws IOException {
        terminal.say(RunClock.machine());
        return new RacyAndRight(terminal, called, database, new RaceOptions(), Optional.empty(), reports)
                .race(ScenarioFile.bundledNames(), RACY_ROUNDS, rightRounds);
    }
}
