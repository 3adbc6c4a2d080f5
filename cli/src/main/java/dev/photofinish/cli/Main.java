package dev.photofinish.cli;

import java.util.Locale;

/**
 * The first class that runs. It needs no other library, so that it can still say what is wrong where those cannot be read: a
 * process that may open too few files, a machine without memory. Java itself would end with 1, which means a violation here.
 */
public final class Main {

    /** Of Photofinish's exit codes, that nothing can be said. */
    private static final int NOTHING_KNOWN = 3;

    private Main() {}

    public static void main(String[] args) {
        // digits are ASCII in every country, in tables as in JSON
        Locale.setDefault(Locale.ROOT);
        try {
            Photofinish.main(args);
        } catch (Throwable broken) { // also Errors: whatever it is, it is no violation
            System.err.println(sentence(broken));
            Runtime.getRuntime().halt(NOTHING_KNOWN);
        }
    }

    private static String sentence(Throwable broken) {
        String advice = broken instanceof LinkageError
                ? "Its own files cannot be read. Where few files may be opened at once (ulimit -n), allow 1024;"
                        + " otherwise remove cli/target, and it builds itself anew."
                : "Run it again with more memory (JAVA_TOOL_OPTIONS=-Xmx4g), or with --debug, and tell us what you"
                        + " see.";
        return "photofinish: Java cannot go on, and nothing can be said of the run: " + broken + "\n" + advice;
    }
}
