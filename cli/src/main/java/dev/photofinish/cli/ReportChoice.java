package dev.photofinish.cli;

import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.html.HtmlReport;
import dev.photofinish.reports.json.JsonReport;
import dev.photofinish.reports.junit.JUnitReport;
import dev.photofinish.reports.terminal.TerminalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** In which forms the result is wanted. */
final class ReportChoice {

    static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = ReportChoice.STANDARD_OUTPUT,
            preprocessor = JsonFiles.class,
            description = {
                "The result as JSON: to the file, which is called *.json,",
                "or to standard output instead of the tables."
            })
    Optional<String> json = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "The result as JUnit XML, for a CI server.")
    Optional<Path> junit = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "The result as one HTML page, for people.")
    Optional<Path> html = Optional.empty();

    /** Whether standard output belongs to the JSON alone. */
    boolean jsonOnly() {
        return json.filter(STANDARD_OUTPUT::equals).isPresent();
    }

    /**
     * Before the run, so that its result is not lost at the end of it.
     *
     * @throws UsageProblem if a file cannot be written, or is to hold two reports
     */
    void mustBeWritable() {
        Set<Path> files = new HashSet<>();
        Stream.of(jsonFile(), junit, html).flatMap(Optional::stream).forEach(file -> {
            mustBeWritable(file);
            if (!files.add(real(file))) {
                throw unwritable(file, "two reports are to go into it");
            }
        });
    }

    /** A file that is reached by two ways is one file. */
    private static Path real(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException notThereYet) {
            Path folder = whole.getParent();
            return folder == null ? whole : real(folder).resolve(whole.getFileName());
        }
    }

    /** Prints the tables and what was found, or the JSON; writes the files. */
    Publication publish(RunReport report, Terminal terminal) {
        return publish(report, terminal, new TerminalReport(terminal.style()));
    }

    /** The same without the details of what was found, for a run whose findings are no surprise, but with a last word. */
    Publication publishBriefly(RunReport report, Terminal terminal, String lastWord) {
        TerminalReport tables = new TerminalReport(terminal.style());
        return publish(report, terminal, (run, out) -> {
            out.write(tables.contests(run));
            out.write("\n");
            if (!run.explorations().isEmpty()) {
                out.write(tables.explorations(run));
                out.write("\n");
            }
            out.write(tables.invariants(run));
            out.write("\n");
            out.write(lastWord + "\n");
        });
    }

    private Publication publish(RunReport report, Terminal terminal, Renderer tables) {
        Publication publication = new Publication(report, terminal);
        publication.print(jsonOnly() ? new JsonReport() : tables);
        jsonFile().ifPresent(file -> publication.write(new JsonReport(), file));
        junit.ifPresent(file -> publication.write(new JUnitReport(), file));
        html.ifPresent(file -> publication.write(new HtmlReport(), file));
        return publication;
    }

    private Optional<Path> jsonFile() {
        return json.filter(file -> !file.equals(STANDARD_OUTPUT)).map(Path::of);
    }

    private static void mustBeWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw unwritable(file, "it is a folder");
        }
        Path existing = nearestExisting(file.toAbsolutePath());
        if (!Files.exists(file) && !Files.isDirectory(existing)) {
            throw unwritable(file, existing + " is no folder");
        }
        if (!Files.isWritable(existing)) {
            throw unwritable(file, existing + " is not yours to write");
        }
        try {
            Trial.write(file);
        } catch (IOException e) {
            throw unwritable(file, Publication.why(e).replaceFirst("\\.$", ""));
        }
    }

    private static Path nearestExisting(Path file) {
        Path parent = file.getParent();
        return parent == null || Files.exists(file) ? file : nearestExisting(parent);
    }

    private static UsageProblem unwritable(Path file, String why) {
        return new UsageProblem(
                "The report cannot be written to " + file + ": " + why + ". Choose a file in a folder of yours.");
    }
}
