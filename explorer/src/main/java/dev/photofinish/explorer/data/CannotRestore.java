package dev.photofinish.explorer.data;

/** A collection's image cannot be taken, or its documents cannot be put back. Says in a sentence why, and what to do. */
public final class CannotRestore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRestore(String sentence) {
        super(sentence);
    }

    CannotRestore(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
