package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photofinish.reports.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadMeterTest {

    private final SpreadMeter meter = new SpreadMeter(Spread.SeenAt.SERVER);

    @Test
    void takesTheFirstAndTheLastOfARoundWhateverTheirOrder() {
        meter.round(List.of(7_000L, 2_000L, 5_000L));

        assertThat(meter.spread().orElseThrow().p50Micros()).isCloseTo(5.0, within(0.01));
    }

    @Test
    void givesPercentilesOverTheRoundsInMicroseconds() {
        for (long micros = 1; micros <= 100; micros++) {
            meter.round(List.of(0L, micros * 1_000));
        }

        Spread spread = meter.spread().orElseThrow();

        assertThat(spread.seenAt()).isEqualTo(Spread.SeenAt.SERVER);
        assertThat(spread.rounds()).isEqualTo(100);
        assertThat(spread.p50Micros()).isCloseTo(50, within(0.1));
        assertThat(spread.p90Micros()).isCloseTo(90, within(0.1));
        assertThat(spread.p99Micros()).isCloseTo(99, within(0.1));
    }

    @Test
    void bearsTimesThatOverflow() {
        meter.round(List.of(Long.MAX_VALUE, Long.MAX_VALUE + 3_000));

        assertThat(meter.spread().orElseThrow().p50Micros()).isCloseTo(3.0, within(0.01));
    }

    @Test
    void isEmptyWithoutARoundOfTwo() {
        meter.round(List.of());
        meter.round(List.of(1L));

        assertThat(meter.spread()).isEmpty();
    }
}
