package dev.photofinish.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void countsInTheRightNumber() {
        assertThat(Figures.count(1, "round")).isEqualTo("1 round");
        assertThat(Figures.count(0, "round")).isEqualTo("0 rounds");
        assertThat(Figures.count(12_345, "document")).isEqualTo("12,345 documents");
    }

    @Test
    void choosesTheUnitThatFits() {
        assertThat(Figures.span(3.26)).isEqualTo("3.3 µs");
        assertThat(Figures.span(123.4)).isEqualTo("123 µs");
        assertThat(Figures.span(12_400)).isEqualTo("12.4 ms");
        assertThat(Figures.span(-5_000)).isEqualTo("-5.0 ms");
        assertThat(Figures.span(10_000_000)).isEqualTo("10.0 s");
        assertThat(Figures.instant(1_204)).isEqualTo("1,204 µs");
    }

    @Test
    void saysHowLongARunTook() {
        assertThat(Figures.duration(Duration.ofMillis(850))).isEqualTo("850 ms");
        assertThat(Figures.duration(Duration.ofMillis(8_250))).isEqualTo("8.3 s");
        assertThat(Figures.duration(Duration.ofMillis(83_412))).isEqualTo("1 min 23 s");
        assertThat(Figures.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void listsNamesAsPeopleDo() {
        assertThat(Figures.list(List.of())).isEmpty();
        assertThat(Figures.list(List.of("A"))).isEqualTo("A");
        assertThat(Figures.list(List.of("A", "B"))).isEqualTo("A and B");
        assertThat(Figures.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    }
}
