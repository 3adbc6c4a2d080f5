package dev.photofinish.scenarios.invariants;

import org.jspecify.annotations.Nullable;

/** A MongoDB address that nobody could connect with; the message says what is wrong with it, without credentials. */
public final class UnusableAddress extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableAddress(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
