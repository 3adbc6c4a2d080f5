package dev.photofinish.scenarios.deployment;

/** The deployment answers, but does not let the user in; the message says what it answered and what to look at. */
public final class CannotSignIn extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotSignIn(String message) {
        super(message);
    }
}
