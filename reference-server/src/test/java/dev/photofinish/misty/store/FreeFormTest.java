package dev.photofinish.misty.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.misty.http.InvalidField;
import java.util.Arrays;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeFormTest {

    @Test
    void everyKindOfValueIsKept() {
        Document document = of("{'a': 1, 'b': 2.5, 'c': 3000000000, 'd': [true, null, {'e': 'f'}], 'g': null}");

        assertThat(document)
                .isEqualTo(new Document("a", 1)
                        .append("b", 2.5)
                        .append("c", 3_000_000_000L)
                        .append("d", Arrays.asList(true, null, new Document("e", "f")))
                        .append("g", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'$where': ''}", "{'a': [{'$ne': 1}]}", "{'a.b': 1}", "{'a': {'b.c': 1}}", "{'a': 1e999}"})
    void whatMongoWouldMisunderstandIsRefused(String json) {
        assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> of(json));
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(of("{'a':".repeat(10) + "1" + "}".repeat(10))).containsKey("a");
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> of("{'a':".repeat(30) + "1" + "}".repeat(30)))
                .withMessageContaining("nested");
    }

    private static Document of(String json) {
        try {
            return FreeForm.of((ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"')))
                    .document();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
