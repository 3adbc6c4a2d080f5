package dev.photofinish.explorer.wire;

/** The gate cannot stand between an application and its database; says in a sentence why, and what to do. */
public final class CannotOpenGate extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotOpenGate(String sentence) {
        super(sentence);
    }

    public CannotOpenGate(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
