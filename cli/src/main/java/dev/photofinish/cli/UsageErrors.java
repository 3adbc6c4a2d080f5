package dev.photofinish.cli;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: what is wrong, what may have been meant, and where to read on. */
record UsageErrors(Terminal terminal) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        boolean commandMissing =
                !command.getSubcommands().isEmpty() && !(problem instanceof UnmatchedArgumentException);
        if (commandMissing) {
            command.usage(terminal.err());
        } else {
            terminal.say("photofinish: " + CommandLineShown.masked(String.valueOf(problem.getMessage())));
            UnmatchedArgumentException.printSuggestions(problem, terminal.err());
            terminal.say("More: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        if (Arrays.asList(args).contains("--debug")) {
            problem.printStackTrace(terminal.err());
        }
        return Failure.USAGE;
    }
}
