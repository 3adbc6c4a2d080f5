package dev.photofinish.scenarios.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void aQuestionIsOnItsWayBeforeAnybodyWaitsForItsAnswer() throws Exception {
        CompletableFuture<String> second = new CompletableFuture<>();
        Asked<String> first =
                Asked.now(() -> second.orTimeout(10, TimeUnit.SECONDS).join());

        Asked<Boolean> other = Asked.now(() -> second.complete("both asked"));

        assertThat(first.answer()).isEqualTo("both asked");
        assertThat(other.answer()).isTrue();
    }

    @Test
    void whatAskingFailsWithIsWhatWaitingFailsWith() {
        Asked<Integer> asked = Asked.now(() -> Integer.parseInt("none"));

        assertThatThrownBy(asked::answer).isInstanceOf(NumberFormatException.class);
    }
}
