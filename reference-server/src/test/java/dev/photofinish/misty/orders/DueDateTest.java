package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 2026-03-31T00:00:00Z",
        "2026-03-31T12:30:00, 2026-03-31T12:30:00Z",
        "2026-03-31T12:30:00.500Z, 2026-03-31T12:30:00.500Z",
        "2026-03-31T12:30:00+10:00, 2026-03-31T02:30:00Z",
    })
    void isoDatesAreUnderstood(String text, Instant instant) {
        assertThat(DueDate.of(text).instant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31.03.2026", "2026-02-30", "2026-03-31T", "+400000000-01-01"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DueDate.of(text));
    }
}
