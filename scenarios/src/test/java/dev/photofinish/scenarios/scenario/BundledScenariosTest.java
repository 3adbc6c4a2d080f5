package dev.photofinish.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
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

    static Stream<String> pairs() {
        return ScenarioFile.bundledPairs().stream();
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
                            Stream.of(names(), ScenarioFile.bundledPairs().stream(), Stream.of("misty"))
                                    .flatMap(listed -> listed)
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void contendersOfPairsActOnTheirEntity(String name) {
        ScenarioFile scenario = ScenarioFile.bundled(name, MISTY);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.contenders())
                .extracting(contender -> contender.steps().getLast().operation().on())
                .containsOnly(scenario.pairs());
    }

    @Test
    void aPairIsAContestOfItsOwn() {
        ScenarioFile scenario = ScenarioFile.bundled("pairs-on-stock", MISTY);

        ScenarioFile pair = scenario.pair(
                scenario.contenders().get(1), scenario.contenders().get(1));

        assertThat(pair.name()).isEqualTo("pairs-on-stock: allocate-stock × allocate-stock");
        assertThat(pair.contenders()).extracting(Contender::name).containsExactly("A", "B");
        assertThat(pair.given()).isEqualTo(scenario.given());
        assertThat(pair.expect()).isEqualTo(Expectation.NOTHING);
    }

    @Test
    void editSendsTheVersionThatItsContenderSaw() {
        Step.Call update = ScenarioFile.bundled("simultaneous-order-editing", MISTY)
                .contenders()
                .getFirst()
                .steps()
                .getLast();
        Scope scope = Scope.ofRound(Instant.EPOCH, "pf-1")
                .with("order", TextNode.valueOf("o 1"))
                .with("seen", JsonNodeFactory.instance.objectNode().put("version", 3));

        var call = update.operation().request().render(update.operation().bind(scope, update.arguments(scope)));

        assertThat(call.target()).isEqualTo("/api/orders/o%201");
        assertThat(call.headers())
                .extracting(header -> header.name() + ": " + header.value())
                .containsExactly("If-Match: 3", "Content-Type: application/json");
        assertThat(call.body()).isEqualTo("{\"quantity\":5000}");
    }
}
