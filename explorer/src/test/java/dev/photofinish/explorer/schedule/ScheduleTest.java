package dev.photofinish.explorer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScheduleTest {

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
