package dev.photofinish.misty.database;

/** A database was asked for in words that mean none; the message says what was expected and shows no credentials. */
public final class InvalidDatabaseChoice extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidDatabaseChoice(String message) {
        super(message);
    }
}
