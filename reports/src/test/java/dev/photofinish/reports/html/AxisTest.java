package dev.photofinish.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.reports.html.Axis.Tick;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void placesValuesBetweenItsMargins() {
        Axis axis = new Axis(-100, 300, 10, 90);

        assertThat(axis.at(-100)).isEqualTo(10);
        assertThat(axis.at(100)).isEqualTo(50);
        assertThat(axis.at(300)).isEqualTo(90);
        assertThat(new Axis(0, 3, 0, 100).at(1)).isEqualTo(33.33);
    }

    @Test
    void marksRoundValuesInsideItself() {
        Axis axis = new Axis(0, 1_292, 0, 100);

        assertThat(axis.ticks(value -> "" + value)).extracting(Tick::label).containsExactly("0.0", "500.0", "1000.0");
        assertThat(axis.ticks(value -> "").getLast().at()).isEqualTo(77.4);
    }

    @Test
    void marksZeroWhereItLiesInside() {
        assertThat(new Axis(-5_000, 5_000, 0, 100).ticks(value -> "" + value))
                .extracting(Tick::label)
                .containsExactly("-4000.0", "-2000.0", "0.0", "2000.0", "4000.0");
    }

    @Test
    void hasALength() {
        assertThatThrownBy(() -> new Axis(1, 1, 0, 100)).hasMessage("An axis from 1.0 to 1.0 has no length.");
    }
}
