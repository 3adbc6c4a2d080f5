package dev.photofinish.explorer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({"A+B, 1", "A A+B B, 1", "A+B A B, 2", "A B+C A, 2", "A+B B A+B, 3", "A+B+C, 2"})
    void aTurnOfSeveralIsInEverybodysWay(String turns, int preemptions) {
        assertThat(Schedule.parse(turns).preemptions()).isEqualTo(preemptions);
        assertThat(Schedule.parse(turns).isSampled()).isTrue();
    }

    @Test
    void everybodyInATurnTakesAStep() {
        assertThat(Schedule.parse("A A+B B").stepsOf("B")).isEqualTo(2);
        assertThat(Schedule.parse("A A B").isSampled()).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Schedule.parse(" A  B B\tA ")).hasToString("A B B A");
    }

    @Test
    void anEmptyOneIsRefusedWithAnExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse("  "))
                .withMessageContaining("A B B A");
    }

    @Test
    void aSerialOrderHasNoPreemption() {
        assertThat(Schedule.parse("A A B B").preemptions()).isZero();
    }

    @Test
    void aSwitchAwayFromAContenderThatHasFinishedIsNone() {
        assertThat(Schedule.parse("A B A B").preemptions()).isEqualTo(2);
        assertThat(Schedule.parse("A B B A").preemptions()).isEqualTo(1);
    }
}
