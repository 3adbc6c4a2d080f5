package dev.photofinish.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photofinish.scenarios.system.SystemFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about the formats tell the truth: their first examples are files, and no key is left out. */
class FormatPagesTest {

    private static final Path PAGES = Path.of("../docs");

    @TempDir
    private Path folder;

    @Test
    void firstExamplesAreFiles() throws IOException {
        SystemFile system = SystemFile.read(firstExample("system-files.md"), name -> Optional.empty());
        ScenarioFile scenario = ScenarioFile.read(firstExample("scenario-files.md"), system);

        assertThat(scenario.contenders()).hasSize(2);
    }

    @Test
    void everyKeyOfASystemFileIsExplained() throws IOException {
        assertThat(keys(SystemFile.schema()))
                .allSatisfy(key -> assertThat(page("system-files.md")).contains("`" + key + "`"));
    }

    @Test
    void everyKeyOfAScenarioFileIsExplained() throws IOException {
        assertThat(keys(ScenarioFile.schema()))
                .allSatisfy(key -> assertThat(page("scenario-files.md")).contains("`" + key + "`"));
    }

    private Path firstExample(String page) throws IOException {
        String text = page(page);
        int start = text.indexOf("```yaml\n") + "```yaml\n".length();
        return Files.writeString(folder.resolve(page + ".yaml"), text.substring(start, text.indexOf("```", start)));
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name));
    }

    private static Set<String> keys(String schema) throws IOException {
        Set<String> keys = new TreeSet<>();
        collectKeys(new ObjectMapper().readTree(schema), keys);
        assertThat(keys).hasSizeGreaterThan(20);
        return keys;
    }

    private static void collectKeys(JsonNode schema, Set<String> keys) {
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        schema.forEach(part -> collectKeys(part, keys));
    }
}
