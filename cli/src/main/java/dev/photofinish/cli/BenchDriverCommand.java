package dev.photofinish.cli;

import dev.photofinish.explorer.bench.DriverBench;
import dev.photofinish.misty.database.RunningDatabase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the driver gate costs while it holds each command. */
@Command(
        name = "driver",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the schedules of racy sales, held command by command in this process, against",
            "the same sales one after the other on a client without the gate, in turns."
        },
        footer = {"", "Example:", "  photofinish bench driver --database mongod"})
final class BenchDriverCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Counts.class,
            description = "How often all schedules are run (default: ${DEFAULT-VALUE}); the first half warms up.")
    private int rounds = DriverBench.DEFAULT.rounds();

    BenchDriverCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        terminal.out().println(RunClock.machine());
        try (RunningDatabase running = database.start()) {
            terminal.out().println("Database: " + running.description());
            new DriverBench(rounds).measure(running.uri(), cost -> {
                terminal.out().println(cost.line());
                terminal.out().flush();
            });
        }
        return 0;
    }
}
