package dev.photofinish.misty;

/** The server cannot start; the message says why and what to do, in words for the person at the keyboard. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
