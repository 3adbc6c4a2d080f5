package dev.photofinish.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        version = "Photofinish " + Version.NUMBER,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  photofinish demo                         five collisions, on racy and on right code",
            "  photofinish serve --hazard all           the reference server, wrong on purpose",
            "  photofinish race rapid-invoice-generation --url http://127.0.0.1:8001",
            "  photofinish verify --mongo mongodb://127.0.0.1:27017/misty_manufacturing",
            "",
            "Exit codes: 0 all held, 1 a violation, 2 wrong usage or file,",
            "3 deployment unreachable or too many inconclusive rounds."
        },
        subcommands = {
            DemoCommand.class,
            RaceCommand.class,
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
    boolean debug;

    private Photofinish() {}

    public static void main(String[] args) {
        CommandLineShown.remember(args);
        System.exit(run(Terminal.ofProcess(), args));
    }

    /** Runs a command line; tests call it as a shell would. */
    static int run(Terminal terminal, String... args) {
        Photofinish options = new Photofinish();
        CommandLine line = new CommandLine(options, new Commands(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(terminal.columns())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.report(failure, options.debug, terminal));
        return line.execute(args);
    }

    static PrintWriter utf8(java.io.OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
