package dev.photofinish.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    /** As R's binom.test(7, 20) gives it. */
    @Test
    void isTheExactIntervalOfClopperAndPearson() {
        Proportion rate = new Proportion(7, 20);

        assertThat(rate.estimate()).isEqualTo(0.35);
        assertThat(rate.low()).isCloseTo(0.1539092, within(1e-6));
        assertThat(rate.high()).isCloseTo(0.5921885, within(1e-6));
        assertThat(rate.sentence()).isEqualTo("7 of 20: between 15.4 % and 59.2 % at 95 %");
    }

    /** The rule of three: about 3/n. */
    @Test
    void boundsARateOfWhichNothingWasSeen() {
        Proportion rate = new Proportion(0, 300);

        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isCloseTo(1 - Math.pow(0.05, 1.0 / 300), within(1e-9));
        assertThat(rate.sentence()).isEqualTo("0 of 300: below 1.0 % at 95 %");
    }

    @Test
    void boundsARateOfWhichOnlyViolationsWereSeen() {
        Proportion rate = new Proportion(100, 100);

        assertThat(rate.high()).isEqualTo(1);
        assertThat(rate.sentence()).isEqualTo("100 of 100: above 97.0 % at 95 %");
    }

    @Test
    void needsAJudgedRound() {
        assertThatThrownBy(() -> new Proportion(0, 0)).hasMessage("0 of 0 is no proportion.");
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("3 of 2 is no proportion.");
    }
}
