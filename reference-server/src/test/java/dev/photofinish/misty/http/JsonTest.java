package dev.photofinish.misty.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void optionalFieldsMayBeMissingOrNull() {
        assertThat(read("{'name': 'tape', 'count': 1, 'parts': []}"))
                .isEqualTo(new Body("tape", 1, List.of(), Optional.empty()));
        assertThat(read("{'name': 'tape', 'count': 1, 'parts': [], 'note': null}"))
                .isEqualTo(new Body("tape", 1, List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'count': 1, 'parts': []}                              | name",
                "{'name': null, 'count': 1, 'parts': []}                | name",
                "{'name': 7, 'count': 1, 'parts': []}                   | name",
                "{'name': 'tape', 'parts': []}                          | count",
                "{'name': 'tape', 'count': '1', 'parts': []}            | count",
                "{'name': 'tape', 'count': 1.5, 'parts': []}            | count",
                "{'name': 'tape', 'count': 1, 'parts': [null]}          | parts.0",
                "{'name': 'tape', 'count': 1, 'parts': [{'size': 0}]}   | parts.0.size",
                "{'name': 'tape', 'count': 1, 'parts': [], 'note': {}}  | note",
                "{'name': 'tape', 'count': 1, 'parts': [], 'extra': 1}  | extra",
            })
    void whatDoesNotFitIsNamed(String body, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(body))
                .withMessageStartingWith("body." + field + ": ")
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(422));
    }

    private static Body read(String body) {
        return Json.read(body.replace('\'', '"').getBytes(UTF_8), Body.class);
    }

    record Body(String name, int count, List<Part> parts, Optional<String> note) {}

    record Part(double size) {
        Part {
            InvalidField.positive("size", size);
        }
    }
}
