package dev.photofinish.cli;

import dev.photofinish.scenarios.bench.ArrivalBench;
import dev.photofinish.scenarios.bench.ArrivalComparison;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How close together two requests arrive. */
@Command(
        name = "arrival",
        mixinStandardHelpOptions = true,
        description = {
            "How far apart two contenders' requests arrive at a server on this machine: ours,",
            "two java.net.http clients released by a barrier, and Gatling's rendezVous, in one run."
        },
        footer = {"", "Example:", "  photofinish bench arrival --rounds 2000"})
final class BenchArrivalCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--rounds", paramLabel = "N", converter = Counts.class, description = "Default: ${DEFAULT-VALUE}.")
    private int rounds = ArrivalBench.DEFAULT.rounds();

    BenchArrivalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        ArrivalComparison comparison = new ArrivalBench(ArrivalBench.DEFAULT.warmUpRounds(), rounds).run(terminal::say);
        terminal.out().println(RunClock.machine());
        terminal.out().println(comparison.table());
        terminal.out().flush();
        return 0;
    }
}
