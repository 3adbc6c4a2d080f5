package dev.photofinish.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.SampleContests;
import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepStoryTest {

    @Test
    void saysWhereViolationsWereSeenAndWhereMostOften() {
        assertThat(SweepStory.summary(SampleContests.sweep()))
                .isEqualTo("Violations were seen from -3.0 ms to +3.0 ms; most often at 0, in 48 of 50 rounds.");
    }

    @Test
    void doesNotTakeUnjudgedRoundsForHeldOnes() {
        assertThat(SweepStory.summary(List.of(new SweepPoint(0, new Tally(10, 0, 0)))))
                .isEqualTo("No violation was seen at any offset.");
        assertThat(SweepStory.summary(List.of(new SweepPoint(0, new Tally(0, 0, 10)))))
                .isEqualTo("No round could be judged at any offset.");
    }

    @Test
    void offsetsCarryTheirSign() {
        assertThat(SweepStory.offset(-3_000)).isEqualTo("-3.0 ms");
        assertThat(SweepStory.offset(0)).isEqualTo("0");
        assertThat(SweepStory.offset(500)).isEqualTo("+500 µs");
    }
}
