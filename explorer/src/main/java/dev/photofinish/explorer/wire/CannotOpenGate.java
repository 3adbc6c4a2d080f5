package dev.photofinish.explorer.wire;

/** The gate cannot stand between an application and its database; says in a sentence why, and what to do. */
public sealed class CannotOpenGate extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotOpenGate(String sentence) {
        super(sentence);
    }

    public CannotOpenGate(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Nobody whom we trust vouches for the server's certificate: another {@link WireSettings#trust()} would help. */
    public static final class NotTrusted extends CannotOpenGate {

        private static final long serialVersionUID = 1L;

        NotTrusted(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
