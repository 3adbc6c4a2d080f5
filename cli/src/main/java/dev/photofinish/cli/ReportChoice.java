package dev.photofinish.cli;

import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.html.HtmlReport;
import dev.photofinish.reports.json.JsonReport;
import dev.photofinish.reports.junit.JUnitReport;
import dev.photofinish.reports.terminal.TerminalReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which forms the result is wanted. */
final class ReportChoice {

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "-",
            description = "The result as JSON: to the file, or to standard output instead of the tables.")
    Optional<String> json = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "The result as JUnit XML, for a CI server.")
    Optional<Path> junit = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "The result as one HTML page, for people.")
    Optional<Path> html = Optional.empty();

    /** Whether standard output belongs to the JSON alone. */
    boolean jsonOnly() {
        return json.filter("-"::equals).isPresent();
    }

    /** Prints the tables and what was found, or the JSON; writes the files. */
    void publish(RunReport report, Terminal terminal) throws IOException {
        print(report, terminal, new TerminalReport(terminal.style()));
        writeFiles(report, terminal);
    }

    /** The same without the details of what was found, for a run whose findings are no surprise. */
    void publishBriefly(RunReport report, Terminal terminal) throws IOException {
        TerminalReport tables = new TerminalReport(terminal.style());
        print(report, terminal, (run, out) -> {
            out.write(tables.contests(run));
            out.write("\n");
            out.write(tables.invariants(run));
            out.write("\n");
        });
        writeFiles(report, terminal);
    }

    private void print(RunReport report, Terminal terminal, Renderer tables) throws IOException {
        Renderer renderer = jsonOnly() ? new JsonReport() : tables;
        renderer.render(report, terminal.out());
        terminal.out().flush();
    }

    private void writeFiles(RunReport report, Terminal terminal) throws IOException {
        write(new JsonReport(), report, json.filter(file -> !file.equals("-")).map(Path::of), terminal);
        write(new JUnitReport(), report, junit, terminal);
        write(new HtmlReport(), report, html, terminal);
    }

    private static void write(Renderer renderer, RunReport report, Optional<Path> file, Terminal terminal)
            throws IOException {
        if (file.isPresent()) {
            try {
                renderer.renderTo(report, file.get());
            } catch (IOException e) {
                throw new UsageProblem(
                        "The report cannot be written to " + file.get() + ": " + e.getMessage()
                                + ". Choose a file in a folder that is yours to write.",
                        e);
            }
            terminal.say("Written: " + file.get());
        }
    }
}
