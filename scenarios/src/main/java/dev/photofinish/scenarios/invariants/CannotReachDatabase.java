package dev.photofinish.scenarios.invariants;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import dev.photofinish.scenarios.http.Distrust;

/** The database cannot be looked at; the message says why and what to do, without credentials. */
public final class CannotReachDatabase extends RuntimeException {

    private static final long serialVersionUID = 1;

    private CannotReachDatabase(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param problem what became of the connection, or of signing in */
    static CannotReachDatabase at(String hosts, Throwable problem) {
        String why = Distrust.in(problem).map(CannotReachDatabase::words).orElseGet(() -> switch (problem) {
            case MongoSecurityException unknown -> "does not accept the user name or password in its address";
            case MongoCommandException refused -> "answers: " + refused.getErrorMessage();
            default -> "does not answer; is it running, and may this machine reach it?";
        });
        return new CannotReachDatabase("The MongoDB at " + hosts + " " + why, problem);
    }

    private static String words(Distrust distrust) {
        return "shows a certificate that "
                + switch (distrust) {
                    case EXPIRED -> "has expired. Renew it.";
                    case UNKNOWN_AUTHORITY ->
                        "is not trusted: no trusted authority signed it. Give that authority's certificate, or the"
                                + " MongoDB's own, as a PEM file: --mongo-trust FILE.";
                    case OTHER_HOST -> "is for another host. Use the name that it is for in the MongoDB's address.";
                };
    }
}
