package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must be so before anything else runs, in processes of its own. */
class MainTest {

    @Test
    void digitsAreAsciiInEveryCountry() throws Exception {
        try (Forked run = Forked.of(
                Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG"),
                "explore",
                "concurrent-stock-allocation",
                "--reference",
                "--hazard",
                "stock-allocation",
                "--json")) {
            String json = run.end().out();

            assertThat(json).contains("\"violating\" : 4").doesNotContainPattern("\\p{IsArabic}|[٠-٩]");
        }
    }
}
