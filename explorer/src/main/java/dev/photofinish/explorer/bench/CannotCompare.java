package dev.photofinish.explorer.bench;

/** One of those that were to be compared cannot run; says in a sentence which, and what to do. */
public final class CannotCompare extends Exception {

    private static final long serialVersionUID = 1L;

    CannotCompare(String sentence) {
        super(sentence);
    }

    CannotCompare(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
