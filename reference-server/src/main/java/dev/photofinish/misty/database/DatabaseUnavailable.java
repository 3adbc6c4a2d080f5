package dev.photofinish.misty.database;

/** No database answers; the message says what was tried, why each failed and what to do, and shows no credentials. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
