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

/** Turns what went wrong into a sentence and an exit code. */
final class Failures {

    private static final int USAGE = 2;
    private static final int UNREACHABLE = 3;

    private Failures() {}

    static int report(Exception failure, boolean debug, Terminal terminal) {
        terminal.err().println("photofinish: " + sentence(failure));
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
        terminal.err().flush();
        return exitCode(failure);
    }

    private static int exitCode(Exception failure) {
        return switch (failure) {
            case UsageProblem usage -> USAGE;
            case FileProblems file -> USAGE;
            case InvalidDatabaseChoice choice -> USAGE;
            case UnusableAddress address -> USAGE;
            case CannotSignIn refused -> USAGE;
            case CannotStart start -> USAGE;
            case IllegalArgumentException argument -> USAGE;
            case NoAnswerException silent -> UNREACHABLE;
            case CannotReachDatabase silent -> UNREACHABLE;
            case DatabaseUnavailable silent -> UNREACHABLE;
            case MongoException gone -> UNREACHABLE;
            case IOException file -> USAGE;
            default -> UNREACHABLE;
        };
    }

    private static String sentence(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case UsageProblem known -> message;
            case FileProblems known -> message;
            case InvalidDatabaseChoice known -> message;
            case UnusableAddress known -> message;
            case CannotSignIn known -> message;
            case CannotStart known -> message;
            case NoAnswerException known -> message;
            case CannotReachDatabase known -> message;
            case DatabaseUnavailable known -> message;
            case IllegalArgumentException known -> message;
            case MongoException gone -> "The database stopped answering: " + message;
            case IOException file -> "A file cannot be read or written: " + message;
            default ->
                "This should not have happened: " + failure + ". Run it again with --debug and tell us what you see.";
        };
    }
}
