package dev.photofinish.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.photofinish.reports.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionTest {

    /**
     * Published: Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
     * table I, method 5 (81/263, 15/148, 1/29).
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2527, 0.3676", "15, 148, 0.0578, 0.1617", "1, 29, 0.0009, 0.1776"})
    void agreesWithPublishedClopperPearsonIntervals(int violated, int judged, double low, double high) {
        Proportion proportion = new Proportion(violated, judged);

        assertThat(proportion.low()).isCloseTo(low, within(0.00005));
        assertThat(proportion.high()).isCloseTo(high, within(0.00005));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100, 300, 2000})
    void boundsWhatWasNeverSeenFromOneSide(int judged) {
        Proportion none = new Proportion(0, judged);
        double bound = 1 - Math.pow(0.05, 1.0 / judged);

        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(bound, within(1e-12));
    }

    @Test
    void boundsWhatWasAlwaysSeenFromTheOther() {
        Proportion all = new Proportion(100, 100);

        assertThat(all.low()).isCloseTo(Math.pow(0.05, 1.0 / 100), within(1e-12));
        assertThat(all.high()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 300  | 0 of 300: below 1.0 % at 95 %",
                "0    | 2000 | 0 of 2000: below 0.15 % at 95 %",
                "100  | 100  | 100 of 100: above 97.0 % at 95 %",
                "81   | 263  | 81 of 263 (30.8 %, 95 % interval 25.2 to 36.8 %)",
                "1    | 9999 | 1 of 9999 (0.010 %, 95 % interval 0.00025 to 0.056 %)",
                "0    | 0    | no round was judged: nothing is known",
            })
    void saysWhatIsKnown(int violated, int judged, String sentence) {
        assertThat(new Proportion(violated, judged).sentence()).isEqualTo(sentence);
    }

    @Test
    void knowsNothingOfNothing() {
        Proportion nothing = new Proportion(0, 0);

        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isOne();
        assertThat(nothing.estimate()).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 300  | below 1.0 %",
                "0    | 2000 | below 0.15 %",
                "100  | 100  | above 97.0 %",
                "57   | 100  | 46.7–66.9 %",
                "1    | 9999 | 0.00–0.06 %",
                "0    | 0    | 0–100 %",
            })
    void fitsIntoATable(int violated, int judged, String interval) {
        assertThat(new Proportion(violated, judged).interval()).isEqualTo(interval);
    }

    @Test
    void leavesInconclusiveRoundsOut() {
        assertThat(new Tally(90, 10, 50).violationRate()).contains(new Proportion(10, 100));
        assertThat(new Tally(0, 0, 50).violationRate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "11, 10"})
    void refusesCountsThatCannotBe(int violated, int judged) {
        assertThatThrownBy(() -> new Proportion(violated, judged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%d of %d rounds cannot have broken a rule.", violated, judged);
    }
}
