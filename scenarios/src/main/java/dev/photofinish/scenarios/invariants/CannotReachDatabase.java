package dev.photofinish.scenarios.invariants;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;

/** The database cannot be looked at; the message says why and what to do, without credentials. */
public final class CannotReachDatabase extends RuntimeException {

    private static final long serialVersionUID = 1;

    private CannotReachDatabase(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotReachDatabase at(String hosts, MongoException e) {
        String why = switch (e) {
            case MongoSecurityException unknown -> "does not accept the user name or password in its address";
            case MongoCommandException refused -> "answers: " + refused.getErrorMessage();
            default -> "does not answer; is it running, and may this machine reach it?";
        };
        return new CannotReachDatabase("The MongoDB at " + hosts + " " + why, e);
    }
}
