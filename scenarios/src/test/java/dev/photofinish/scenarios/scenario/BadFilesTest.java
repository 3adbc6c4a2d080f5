package dev.photofinish.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.yaml.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code bad} is refused with exactly the lines of the {@code .txt} file beside it. */
class BadFilesTest {

    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final Path EXAMPLE = Path.of("src/test/resources/formats/example-system.yaml");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedLineByLine(String file) throws IOException {
        FileProblems problems = catchThrowableOfType(FileProblems.class, () -> read(BAD.resolve(file)));

        List<String> expected = Files.readAllLines(BAD.resolve(file.replace(".yaml", ".txt")));
        assertThat(problems)
                .extracting(Throwable::getMessage, STRING)
                .isEqualTo(expected.stream().map(line -> BAD + "/" + line).collect(Collectors.joining("\n")));
    }

    private static void read(Path file) {
        if (file.getFileName().toString().startsWith("system")) {
            SystemFile.read(file, name -> Optional.empty());
        } else {
            ScenarioFile.read(file, SystemFile.read(EXAMPLE, name -> Optional.empty()));
        }
    }
}
