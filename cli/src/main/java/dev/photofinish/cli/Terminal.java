package dev.photofinish.cli;

import dev.photofinish.reports.terminal.Glyphs;
import dev.photofinish.reports.terminal.Palette;
import dev.photofinish.reports.terminal.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a command writes to.
 *
 * @param out what was asked for
 * @param err everything else: progress, notices, errors
 * @param interactive whether a person watches {@code err} as it is written
 * @param coloured whether colours are wanted and can be shown
 * @param columns how wide it is
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, boolean coloured, Glyphs glyphs, int columns) {

    private static final int WIDEST = 120;

    /**
     * Of this process. What it writes to, and how wide that is, the launcher says in system properties: Java 21 cannot
     * tell. No colours where NO_COLOR is set (no-color.org), TERM is dumb or standard output is no terminal.
     */
    static Terminal ofProcess() {
        boolean plain = isSet("NO_COLOR") || "dumb".equals(System.getenv("TERM"));
        boolean unicode = Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"))
                .equals(StandardCharsets.UTF_8);
        return new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("photofinish.watched"),
                Boolean.getBoolean("photofinish.coloured") && !plain,
                unicode ? Glyphs.UNICODE : Glyphs.ASCII,
                Math.clamp(Integer.getInteger("photofinish.columns", Style.NARROWEST), Style.NARROWEST, WIDEST));
    }

    Style style() {
        return new Style(coloured ? Palette.ANSI : Palette.NONE, glyphs, Math.max(columns, Style.NARROWEST));
    }

    /** Says something that is not the result; folded between words for a person, in one line for a log. */
    void say(String sentence) {
        err.println(interactive ? sentence.lines().map(this::folded).collect(Collectors.joining("\n")) : sentence);
        err.flush();
    }

    private String folded(String line) {
        return line.length() <= columns
                ? line
                : line.replaceAll("(.{1," + columns + "})(?: +|$)", "$1\n").stripTrailing();
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private static boolean isSet(String variable) {
        return !Optional.ofNullable(System.getenv(variable)).orElse("").isEmpty();
    }
}
