package dev.photofinish.scenarios.system;

/** An answer does not have what was to be kept of it; the message says what, from where, and what came instead. */
public final class MissingInAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MissingInAnswer(String message) {
        super(message);
    }
}
