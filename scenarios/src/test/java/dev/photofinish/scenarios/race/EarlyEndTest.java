package dev.photofinish.scenarios.race;

import static dev.photofinish.reports.Verdict.HELD;
import static dev.photofinish.reports.Verdict.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EarlyEndTest {

    private final AtomicBoolean stop = new AtomicBoolean();
    private final EarlyEnd end = new EarlyEnd(5_000, stop::get);

    @Test
    void aRaceThatIsStoppedSaysAfterHowManyOfItsRounds() {
        ran(247, HELD);
        stop.set(true);

        assertThat(end.comes()).isTrue();
        assertThat(end.sentence()).hasValue("Stopped after 247 of 5,000 rounds.");
    }

    @Test
    void tenRoundsInARowWithoutAVerdictEndItHoweverManyWereJudgedBefore() {
        ran(344, HELD);
        ran(9, INCONCLUSIVE);
        assertThat(end.comes()).isFalse();

        ran(1, INCONCLUSIVE);

        assertThat(end.comes()).isTrue();
        assertThat(end.sentence()).hasValue("Given up after 354 of 5,000 rounds: the last 10 had no verdict.");
        assertThat(end.silence()).isEmpty();
    }

    @Test
    void whatDiesInTheLastRoundsIsNotOutlived() {
        ran(998, HELD);
        ran(2, INCONCLUSIVE);

        assertThat(end.sentence()).isEmpty();
        assertThat(end.silence()).hasValueSatisfying(doubt -> assertThat(doubt).startsWith("The last 2 rounds had no"));
    }

    @Test
    void aRoundWithoutAVerdictInTheMiddlePutsNothingInDoubt() {
        ran(1, INCONCLUSIVE);
        ran(999, HELD);

        assertThat(end.comes()).isFalse();
        assertThat(end.silence()).isEmpty();
    }

    private void ran(int rounds, Verdict verdict) {
        for (int round = 0; round < rounds; round++) {
            end.ran(verdict);
        }
    }
}
