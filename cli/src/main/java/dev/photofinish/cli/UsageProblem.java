package dev.photofinish.cli;

/** The command line asks for something that cannot be done; the message says what, and what to do. Exit code 2. */
final class UsageProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageProblem(String message) {
        super(message);
    }

    UsageProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
