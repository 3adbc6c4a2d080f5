package dev.photofinish.cli;

import com.mongodb.MongoException;
import dev.photofinish.misty.CannotStart;
import dev.photofinish.misty.database.DatabaseUnavailable;
import dev.photofinish.misty.database.InvalidDatabaseChoice;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.CannotReachDatabase;
import dev.photofinish.scenarios.invariants.UnusableAddress;
import dev.photofinish.scenarios.yaml.FileProblems;
import java.io.IOException;

/**
 * What went wrong, for the person at the keyboard.
 *
 * @param exitCode 2 if something must be asked otherwise, 3 if somebody does not answer
 * @param sentence what, where, what was expected and what to do
 */
record Failure(int exitCode, String sentence) {

    static final int USAGE = 2;
    static final int UNREACHABLE = 3;

    static Failure of(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case UsageProblem usage -> new Failure(USAGE, message);
            case GateProblem closed -> new Failure(UNREACHABLE, message);
            case FileProblems file -> new Failure(USAGE, message);
            case InvalidDatabaseChoice choice -> new Failure(USAGE, message);
            case UnusableAddress address -> new Failure(USAGE, message);
            case CannotSignIn refused -> new Failure(USAGE, message);
            case CannotStart start ->
                new Failure(start.getCause() instanceof MongoException ? UNREACHABLE : USAGE, message);
            case NoAnswerException silent -> new Failure(UNREACHABLE, message);
            case CannotReachDatabase silent -> new Failure(UNREACHABLE, message);
            case DatabaseUnavailable silent -> new Failure(UNREACHABLE, message);
            case MongoException gone ->
                new Failure(UNREACHABLE, "The database stopped answering: " + firstSentence(message));
            case IOException file -> new Failure(USAGE, "A file cannot be read or written: " + message);
            default ->
                new Failure(
                        UNREACHABLE,
                        "This should not have happened: " + failure
                                + ". Run it again with --debug and tell us what you see.");
        };
    }

    /** The driver's messages go on with the state of its pool. */
    private static String firstSentence(String message) {
        return message.replaceFirst("(?s)\\. .*", ".");
    }
}
