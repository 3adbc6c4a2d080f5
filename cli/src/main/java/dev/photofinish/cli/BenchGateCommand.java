package dev.photofinish.cli;

import dev.photofinish.explorer.bench.CannotCompare;
import dev.photofinish.explorer.bench.GateBench;
import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.RunningDatabase;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the wire gate costs while it holds nothing, beside HAProxy. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures one client against a real MongoDB, directly, through HAProxy in TCP mode",
            "(Debian's package haproxy) and through the wire gate with nothing held, in turns."
        },
        footer = {"", "Example:", "  photofinish bench gate"})
final class BenchGateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--turns",
            paramLabel = "N",
            converter = Counts.class,
            description = "How often each of the three has its turn of half a second (default: ${DEFAULT-VALUE}).")
    private int turns = GateBench.DEFAULT.turns();

    BenchGateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        terminal.say(RunClock.machine());
        GateBench bench = new GateBench(
                GateBench.DEFAULT.connections(), GateBench.DEFAULT.warmUp(), GateBench.DEFAULT.slice(), turns);
        try (RunningDatabase database = Databases.start(DatabaseChoice.parse("mongod-standalone"))) {
            terminal.say("Database: " + database.description());
            String server = URI.create(database.uri()).getAuthority();
            terminal.out().println(bench.run(server, terminal::say).table());
            terminal.out().flush();
            return 0;
        } catch (CannotCompare e) {
            throw new UsageProblem(String.valueOf(e.getMessage()));
        }
    }
}
