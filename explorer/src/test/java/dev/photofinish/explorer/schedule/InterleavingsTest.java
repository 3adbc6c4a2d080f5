package dev.photofinish.explorer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InterleavingsTest {

    @Test
    void twoContendersOfTwoStepsHaveSixSerialOrdersFirst() {
        var schedules = Interleavings.of(new TreeMap<>(Map.of("A", 2, "B", 2))).byPreemptions();

        assertThat(schedules)
                .extracting(Schedule::toString)
                .containsExactly("A A B B", "B B A A", "A B B A", "B A A B", "A B A B", "B A B A");
    }

    @Test
    void invoicesOfTwoOrdersHaveAsManyAsThePrototypeCounted() {
        // facts.md: six commands each, 924 schedules
        var interleavings = Interleavings.of(Map.of("A", 6, "B", 6));

        assertThat(interleavings.count()).isEqualTo(924);
        assertThat(interleavings.byPreemptions()).hasSize(924).doesNotHaveDuplicates();
    }

    @Test
    void aContenderWithoutAStepIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interleavings.of(Map.of("A", 0, "B", 2)))
                .withMessageContaining("at least one step");
    }
}
