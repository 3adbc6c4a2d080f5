package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result that cannot be written is said, and keeps back nothing else. */
class PublicationTest {

    private static final Renderer DISK_IS_FULL = (run, out) -> {
        out.write("half a page");
        out.flush();
        throw new IOException("No space left on device");
    };

    private static final Renderer WHOLE = (run, out) -> out.write("a whole page");

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void whatWasThereStaysAndTheOtherFilesAreWritten() throws IOException {
        Path page = Files.writeString(folder.resolve("run.html"), "yesterday's");
        Publication publication = publication(Verdict.HELD);

        publication.write(DISK_IS_FULL, page);
        publication.write(WHOLE, folder.resolve("run.xml"));

        assertThat(page).hasContent("yesterday's");
        assertThat(folder.resolve("run.xml")).hasContent("a whole page");
        assertThat(said.toString())
                .contains("The report cannot be written to " + page + ": No space left on device.")
                .contains("Written: ")
                .doesNotContain("should not have happened");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"HELD, 2", "INCONCLUSIVE, 2", "VIOLATED, 1"})
    void aViolationIsProvenWhateverCannotBeWritten(Verdict found, int exitCode) {
        Publication publication = publication(found);

        publication.write(DISK_IS_FULL, folder.resolve("run.html"));

        assertThat(publication.exitCode()).isEqualTo(exitCode);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeMadeIsFoundBeforeAnythingIsRun() {
        ReportChoice choice = new ReportChoice();
        choice.html = Optional.of(Path.of("/proc/nope/page.html"));

        assertThatThrownBy(choice::mustBeWritable)
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining(
                        "The report cannot be written to /proc/nope/page.html: /proc/nope cannot be made.");
    }

    @Test
    void whatIsTriedLeavesNothingBehind() throws IOException {
        ReportChoice choice = new ReportChoice();
        choice.html = Optional.of(folder.resolve("made").resolve("for").resolve("page.html"));
        choice.junit = Optional.of(Files.writeString(folder.resolve("run.xml"), "yesterday's"));

        choice.mustBeWritable();

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("run.xml"));
        }
        assertThat(folder.resolve("run.xml")).hasContent("yesterday's");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullStandardOutputIsNoSuccess() throws IOException {
        try (PrintWriter full = new PrintWriter(new FileOutputStream("/dev/full"), false, StandardCharsets.UTF_8)) {
            Publication publication =
                    new Publication(report(Verdict.HELD), CommandRun.terminal(full, new PrintWriter(said, true)));

            publication.print(WHOLE);

            assertThat(publication.exitCode()).isEqualTo(2);
            assertThat(said.toString()).contains("cannot be written to standard output", "disk is full");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsWrittenToAndNotReplaced() {
        Publication publication = publication(Verdict.HELD);

        publication.write(WHOLE, Path.of("/dev/full"));
        publication.write(WHOLE, Path.of("/dev/null"));

        assertThat(said.toString())
                .contains("The report cannot be written to /dev/full: No space left on device.")
                .contains("Written: /dev/null");
        assertThat(Path.of("/dev/null"))
                .satisfies(device -> assertThat(Files.isRegularFile(device)).isFalse());
    }

    @Test
    void twoReportsInOneFileAreAMistake() throws IOException {
        ReportChoice choice = new ReportChoice();
        choice.html = Optional.of(folder.resolve("run.html"));
        choice.junit = Optional.of(folder.resolve("elsewhere/../run.html"));

        assertThatThrownBy(choice::mustBeWritable)
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("run.html: two reports are to go into it");
    }

    private Publication publication(Verdict found) {
        return new Publication(
                report(found), CommandRun.terminal(new PrintWriter(new StringWriter()), new PrintWriter(said, true)));
    }

    private static RunReport report(Verdict found) {
        RunClock clock = RunClock.start(new CommandLineShown("./photofinish", List.of("verify")));
        return clock.report(0, List.of(), List.of(invariant(found)));
    }

    private static InvariantReport invariant(Verdict found) {
        int violations = found == Verdict.VIOLATED ? 1 : 0;
        String problem = found == Verdict.INCONCLUSIVE ? "nobody answers" : "";
        return new InvariantReport("rule", "A rule", "things", 1, violations, 0, List.of(), problem);
    }
}
