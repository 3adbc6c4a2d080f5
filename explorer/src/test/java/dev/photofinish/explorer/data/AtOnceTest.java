package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AtOnceTest {

    @Test
    void allAreAskedBeforeTheFirstIsAnsweredAndTheAnswersAreInOrder() {
        CyclicBarrier allAsked = new CyclicBarrier(3);

        List<String> answers = AtOnce.ask(List.of("a", "b", "c"), question -> {
            meet(allAsked);
            return question + "!";
        });

        assertThat(answers).containsExactly("a!", "b!", "c!");
    }

    @Test
    void whatOneFailsWithIsWhatAskingFailsWith() {
        assertThatThrownBy(() -> AtOnce.ask(List.of(1, 0), divisor -> 1 / divisor))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> AtOnce.ask(List.of(0), divisor -> 1 / divisor))
                .isInstanceOf(ArithmeticException.class);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("not all were asked", e);
        }
    }
}
