package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAndSchemaTest {

    @Test
    void listNamesAllThereIs() {
        CommandRun list = CommandRun.of("list");

        assertThat(list.exitCode()).isZero();
        assertThat(list.err()).isEmpty();
        assertThat(list.out()).contains(ScenarioFile.bundledNames());
        assertThat(list.out()).contains("stock-not-negative", "No stock entry is below zero");
        assertThat(list.out())
                .contains(Arrays.stream(Hazard.values()).map(Hazard::id).toList());
    }

    @Test
    void listOfAnotherSystemIsOfThatSystemAlone(@TempDir Path folder) throws Exception {
        Path shop = Files.writeString(folder.resolve("shop.yaml"), BadInputTest.SHOP);

        CommandRun list = CommandRun.of("list", "--system", shop.toString());

        assertThat(list.out()).contains("no-empty-baskets").doesNotContain("rapid-invoice-generation", "order-edit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "scenario"})
    void schemaPrintsAValidJsonSchema(String kind) {
        CommandRun schema = CommandRun.of("schema", kind);

        assertThat(schema.exitCode()).isZero();
        assertThat(metaSchema().validate(schema.out(), InputFormat.JSON)).isEmpty();
        assertThat(schema.out()).contains("\"https://json-schema.org/draft/2020-12/schema\"", "\"" + kind + "\"");
    }

    @Test
    void thereIsNoOtherSchema() {
        CommandRun.of("schema", "reports").refusesWith(2, "reports", "system", "scenario");
    }

    private static Schema metaSchema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    }
}
