package dev.photofinish.cli;

import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The door: parses the command line, runs the command, turns what goes wrong into a sentence and an exit code. */
@Command(
        name = "photofinish",
        description = {"What happens when two users do the same thing at the same time?", ""},
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  photofinish demo                         five collisions, on racy and on right code",
            "  photofinish serve --hazard all           the reference server, wrong on purpose",
            "  photofinish race rapid-invoice-generation --url http://127.0.0.1:8001",
            "  photofinish explore rapid-invoice-generation --reference --hazard all",
            "  photofinish verify --mongo mongodb://127.0.0.1:27017/misty_manufacturing",
            "  source <(photofinish generate-completion)      Tab completes in this shell",
            "",
            "Exit codes: 0 all held, 1 a violation, 2 wrong usage or file,",
            "3 deployment unreachable or too many inconclusive rounds."
        },
        subcommands = {
            DemoCommand.class,
            RaceCommand.class,
            ExploreCommand.class,
            VerifyCommand.class,
            ServeCommand.class,
            ListCommand.class,
            SchemaCommand.class,
            BenchCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        })
public final class Photofinish {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print stack traces.")
    private boolean debug;

    private Photofinish() {}

    /** Exits only if it must: Runtime.exit logs itself (JDK-8301627), and to start the logging takes longer than a help text. */
    public static void main(String[] args) {
        int exitCode = run(Terminal.ofProcess(), args);
        if (exitCode != 0 || othersAreAlive()) {
            System.exit(exitCode);
        }
    }

    /** Runs a command line; tests call it as a shell would. */
    static int run(Terminal terminal, String... args) {
        Photofinish options = new Photofinish();
        CommandLine line = new CommandLine(options, new Commands(terminal, new CommandLineShown(List.of(args))))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(terminal.columns())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors(terminal))
                .setExecutionExceptionHandler((thrown, command, parsed) -> options.report(thrown, terminal));
        return line.execute(Unknown.first(line, args).toArray(String[]::new));
    }

    private static boolean othersAreAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
    }

    private int report(Exception thrown, Terminal terminal) {
        Failure failure = Failure.of(thrown);
        terminal.say("photofinish: " + failure.sentence());
        if (debug) {
            thrown.printStackTrace(terminal.err());
        }
        return failure.exitCode();
    }
}
