package dev.photofinish.scenarios.yaml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {

    @TempDir
    private Path folder;

    @Test
    void missingFileIsNamed() {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> SourceText.ofFile(file))
                .isInstanceOf(FileProblems.class)
                .hasMessage(file + ": there is no such file; expected a YAML file");
    }

    @Test
    void folderIsNoFile() {
        assertThatThrownBy(() -> SourceText.ofFile(folder))
                .hasMessage(folder + ": this is a folder; expected a YAML file");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});

        assertThatThrownBy(() -> SourceText.ofFile(file)).hasMessage(file + ": this file is not UTF-8; expected UTF-8");
    }

    @Test
    void hugeFilesAreNotRead() throws IOException {
        Path file = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> SourceText.ofFile(file)).hasMessageContaining("more than 1 MiB");
    }
}
