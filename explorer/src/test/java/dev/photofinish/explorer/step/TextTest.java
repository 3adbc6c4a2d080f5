package dev.photofinish.explorer.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TextTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void isPutTogetherOnceAndOnlyForWhoReadsIt() {
        Text text = Text.from(() -> "find orders, " + made.incrementAndGet());
        assertThat(made).hasValue(0);

        assertThat(text).hasToString("find orders, 1").hasToString("find orders, 1");
    }

    @Test
    void isWhatItSays() {
        assertThat(Text.from(() -> "find orders"))
                .isEqualTo(Text.of("find orders"))
                .hasSameHashCodeAs(Text.of("find orders"))
                .isNotEqualTo(Text.of("find invoices"));
    }
}
