package dev.photofinish.cli;

/** There is no gate before the database; the message says why. Exit code 3. */
final class GateProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    GateProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
