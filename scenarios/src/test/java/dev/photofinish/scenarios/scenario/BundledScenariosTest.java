package dev.photofinish.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.template.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledScenariosTest {

    private static final SystemFile MISTY = SystemFile.bundled("misty", name -> Optional.empty());

    static Stream<String> names() {
        return ScenarioFile.bundledNames().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadUnderItsOwnName(String name) {
        ScenarioFile scenario = ScenarioFile.bundled(name, MISTY);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.source())
                .hasValueSatisfying(source -> assertThat(source).startsWith("Test Scenario "));
        assertThat(scenario.contenders()).hasSize(2);
        assertThat(scenario.invariants()).isNotEmpty();
    }

    @Test
    void everyFileIsListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/misty"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(names(), Stream.of("misty")).toList());
        }
    }

    @Test
    void editSendsTheVersionThatItsContenderSaw() {
        Step.Call update = ScenarioFile.bundled("simultaneous-order-editing", MISTY)
                .contenders()
                .getFirst()
                .steps()
                .getLast();
        Scope scope = Scope.ofRound(Instant.EPOCH, "pf-1")
                .with("order", com.fasterxml.jackson.databind.node.TextNode.valueOf("o 1"))
                .with(
                        "seen",
                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                .objectNode()
                                .put("version", 3));

        var call = update.operation().request().render(update.operation().bind(scope, update.arguments(scope)));

        assertThat(call.target()).isEqualTo("/api/orders/o%201");
        assertThat(call.headers())
                .extracting(header -> header.name() + ": " + header.value())
                .containsExactly("If-Match: 3", "Content-Type: application/json");
        assertThat(call.body()).isEqualTo("{\"quantity\":5000}");
    }
}
