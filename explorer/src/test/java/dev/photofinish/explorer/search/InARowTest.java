package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Why something is broken though no command comes between those of another. */
class InARowTest {

    private final InARow order = new InARow(List.of("A", "B"));

    @Test
    void itIsWrongAnyway() {
        assertThat(order.wrongAnyway().sentence()).startsWith("It is broken one after the other, too (A, then B)");
    }

    @Test
    void whatComesBeforeTheFirstCommandCameTooEarly() {
        assertThat(order.begunTooEarly().sentence())
                .contains("B began before A was over: what it does before its first command")
                .endsWith("Begun after A's answer, it keeps the rule.");
    }

    @Test
    void orSomebodyHadToWait() {
        assertThat(order.begunInTheWay(List.of("A")).sentence())
                .contains("B began before A was over, and A had to wait in the application, as for a lock.")
                .endsWith("Begun after A's answer, it keeps the rule.");
    }
}
