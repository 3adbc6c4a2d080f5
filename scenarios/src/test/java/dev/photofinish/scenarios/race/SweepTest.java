package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    private static final Duration REACH = Duration.ofMillis(5);

    @Test
    void reachesFromMinusToPlusEvenlySpacedWithZeroInTheMiddle() {
        Sweep sweep = new Sweep(REACH, 5, 1);

        assertThat(sweep.offsets())
                .containsExactly(
                        Duration.ofMillis(-5),
                        Duration.ofNanos(-2_500_000),
                        Duration.ZERO,
                        Duration.ofNanos(2_500_000),
                        Duration.ofMillis(5));
    }

    @Test
    void visitsEveryOffsetOnceBeforeAnyIsVisitedAgain() {
        Sweep sweep = new Sweep(REACH, 21, 7);

        assertThat(offsets(sweep, 1, 21)).containsExactlyInAnyOrderElementsOf(sweep.offsets());
        assertThat(offsets(sweep, 22, 42)).containsExactlyInAnyOrderElementsOf(sweep.offsets());
    }

    @Test
    void visitsThemInAnOrderThatIsNeitherTheirOwnNorTheSameAgain() {
        Sweep sweep = new Sweep(REACH, 21, 7);

        assertThat(offsets(sweep, 1, 21)).isNotEqualTo(sweep.offsets()).isNotEqualTo(offsets(sweep, 22, 42));
    }

    @Test
    void theSeedDecidesTheOrder() {
        List<Duration> order = offsets(new Sweep(REACH, 21, 7), 1, 42);

        assertThat(offsets(new Sweep(REACH, 21, 7), 1, 42)).isEqualTo(order);
        assertThat(offsets(new Sweep(REACH, 21, 8), 1, 42)).isNotEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 20})
    void refusesPointsWithoutAMiddle(int points) {
        assertThatThrownBy(() -> new Sweep(REACH, points, 1))
                .hasMessage("A sweep of %d points has no middle; give an odd number from 3 on.", points);
    }

    @Test
    void refusesToReachNowhere() {
        assertThatThrownBy(() -> new Sweep(Duration.ZERO, 3, 1))
                .hasMessage("A sweep of PT0S reaches nowhere; give one such as 5ms.");
    }

    private static List<Duration> offsets(Sweep sweep, int firstRound, int lastRound) {
        return IntStream.rangeClosed(firstRound, lastRound)
                .mapToObj(sweep::offset)
                .toList();
    }
}
