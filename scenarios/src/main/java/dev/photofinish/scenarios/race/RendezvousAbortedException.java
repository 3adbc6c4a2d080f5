package dev.photofinish.scenarios.race;

/** The contenders were not released, because one of them cannot make it; the message says why. */
public final class RendezvousAbortedException extends Exception {

    private static final long serialVersionUID = 1;

    public RendezvousAbortedException(String reason) {
        super(reason);
    }

    public RendezvousAbortedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
