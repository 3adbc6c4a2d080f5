package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.terminal.Glyphs;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command line that was run as a shell runs it, with standard output and error in a pipe. */
record CommandRun(int exitCode, String out, String err) {

    private static final int COLUMNS = 80;

    static CommandRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Photofinish.run(terminal(new PrintWriter(out, true), new PrintWriter(err, true)), args);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    static Terminal terminal(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, false, false, Glyphs.ASCII, COLUMNS);
    }

    /** It ended with one clear message that says all of this, and with nothing that only its programmers understand. */
    void refusesWith(int expectedExitCode, String... words) {
        assertThat(err).contains(words).startsWith("photofinish: ").doesNotContain("\tat ", "Exception", "java.");
        assertThat(exitCode).as(err).isEqualTo(expectedExitCode);
        assertThat(out).isEmpty();
    }

    /** The same of a command that had begun to say what it was about to do. */
    void failsWith(int expectedExitCode, String... words) {
        assertThat(err).contains(words).doesNotContain("\tat ", "Exception", "java.");
        assertThat(exitCode).as(err).isEqualTo(expectedExitCode);
    }
}
