package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"rase", "rase --help", "--help rase", "bench arival --help"})
    void anUnknownCommandIsAnErrorWhateverElseIsAskedFor(String line) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Did you mean: ", line.contains("bench") ? "arrival" : "race");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "race",
                "explore",
                "verify",
                "serve",
                "list",
                "schema",
                "bench",
                "bench arrival",
                "bench hazards",
                "bench explore",
                "bench gate",
                "bench driver"
            })
    void everyCommandTeachesByExample(String command) {
        CommandRun help = CommandRun.of((command + " --help").strip().split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("Usage: " + ("photofinish " + command).strip())
                .containsPattern("Examples?:\n  photofinish " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "race",
                "explore",
                "verify",
                "serve",
                "list",
                "schema",
                "bench",
                "bench arrival",
                "bench hazards",
                "bench explore",
                "bench gate",
                "bench driver",
                "generate-completion",
                "help"
            })
    void everyHelpFitsATerminal(String command) {
        CommandRun help = CommandRun.of((command + " --help").strip().split(" "));

        assertThat(help.out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void helpOfACommandIsItsHelp() {
        assertThat(CommandRun.of("help", "race")).isEqualTo(CommandRun.of("race", "--help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bench"})
    void noCommandGetsTheHelpAndIsNoSuccess(String command) {
        CommandRun run = command.isEmpty() ? CommandRun.of() : CommandRun.of(command);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: photofinish", "Examples:");
    }

    @Test
    void anUnknownCommandGetsASuggestionAndNotAllOfTheHelp() {
        CommandRun run = CommandRun.of("rase", "concurrent-stock-allocation");

        run.refusesWith(2, "rase", "race", "More: photofinish --help");
        assertThat(run.err().lines()).hasSizeLessThan(8);
    }

    @Test
    void anUnknownOptionGetsASuggestion() {
        CommandRun.of("demo", "--round", "5").refusesWith(2, "--round", "--rounds", "More: photofinish demo --help");
    }

    @Test
    void versionIsTheBuilds() {
        assertThat(CommandRun.of("--version").out()).matches("Photofinish \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @Test
    void completionWorksInBash(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"),
                CommandRun.of("generate-completion").out());
        String typed = "COMP_WORDS=(photofinish ra); COMP_CWORD=1; COMP_LINE='photofinish ra'; COMP_POINT=14";

        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script + "; " + typed + "; _complete_photofinish; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringWhitespace("race");
    }
}
