package dev.photofinish.misty.database;

import java.io.PrintStream;
import java.util.Map;

/** What becomes of tests whose server is not to be had. */
sealed interface WhenMissing {

    /** They fail: a build server that cannot run them must say so. */
    record Fail() implements WhenMissing {}

    /** They are skipped, and how many is said here at the end of the run. */
    record SkipAndSay(PrintStream console) implements WhenMissing {}

    static WhenMissing in(Map<String, String> environment, PrintStream console) {
        return Boolean.parseBoolean(environment.get("CI")) ? new Fail() : new SkipAndSay(console);
    }
}
