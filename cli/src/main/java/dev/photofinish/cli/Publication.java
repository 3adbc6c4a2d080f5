package dev.photofinish.cli;

import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** One run's result on its way to people and machines. What cannot be written is said, and does not keep back the rest. */
final class Publication {

    private final RunReport report;
    private final Terminal terminal;
    private boolean incomplete;

    Publication(RunReport report, Terminal terminal) {
        this.report = report;
        this.terminal = terminal;
    }

    /** To standard output. */
    void print(Renderer renderer) {
        try {
            renderer.render(report, terminal.out());
        } catch (IOException e) {
            fails("The result cannot be written to standard output: " + why(e));
            return;
        }
        if (terminal.out().checkError()) {
            fails("The result cannot be written to standard output: the disk is full, or who reads it has ended.");
        }
    }

    void write(Renderer renderer, Path file) {
        try {
            renderer.renderTo(report, file);
            terminal.say("Written: " + file);
        } catch (IOException e) {
            fails("The report cannot be written to " + file + ": " + why(e));
        }
    }

    /** What was found; but where all else was well, a result that was not written is none. */
    int exitCode() {
        Verdict verdict = report.verdict();
        return incomplete && verdict != Verdict.VIOLATED ? Failure.USAGE : verdict.exitCode();
    }

    private void fails(String sentence) {
        incomplete = true;
        terminal.say("photofinish: " + sentence);
    }

    /** The file's name has been said. */
    static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "it is not yours to write.";
            case NoSuchFileException missing -> missing.getFile() + " cannot be made.";
            case FileSystemException file ->
                Optional.ofNullable(file.getReason()).orElse(file.toString()) + ".";
            case FileNotFoundException missing -> String.valueOf(missing.getMessage());
            default -> e.getMessage() + ".";
        };
    }
}
