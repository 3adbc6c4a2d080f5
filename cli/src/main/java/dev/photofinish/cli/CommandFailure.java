package dev.photofinish.cli;

/** A command cannot go on; the message is for the person at the keyboard: what, where, expected, what to do. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    private CommandFailure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Wrong usage or a wrong file: exit code 2. */
    static CommandFailure usage(String message, Throwable cause) {
        return new CommandFailure(ExitCode.USAGE, message, cause);
    }

    /** The deployment or its database is not to be reached: exit code 3. */
    static CommandFailure unreachable(String message, Throwable cause) {
        return new CommandFailure(ExitCode.INCONCLUSIVE, message, cause);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
