package dev.photofinish.misty.database;

/** A mongod did not come up; the message is one sentence with mongod's own reason. */
final class MongodFailure extends Exception {

    private static final long serialVersionUID = 1;

    MongodFailure(String message) {
        super(message);
    }

    MongodFailure(String message, Throwable cause) {
        super(message, cause);
    }

    boolean portIsTaken() {
        return String.valueOf(getMessage()).contains("Address already in use");
    }
}
