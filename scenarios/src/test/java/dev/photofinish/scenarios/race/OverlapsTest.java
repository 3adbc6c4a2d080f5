package dev.photofinish.scenarios.race;

import static dev.photofinish.reports.Outcome.ACCEPTED;
import static dev.photofinish.reports.Outcome.REFUSED;
import static dev.photofinish.scenarios.race.HandMade.answered;
import static dev.photofinish.scenarios.race.HandMade.round;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.Overlap;
import org.junit.jupiter.api.Test;

/** In microseconds, as it were: the clock's origin means nothing. */
class OverlapsTest {

    private static final long SERVICE = 30_000_000;
    private static final long REFUSAL = 1_000_000;

    private final Overlaps overlaps = new Overlaps();

    @Test
    void behindOneWorkerTheSecondAnswerComesAServiceTimeAfterTheFirst() {
        alone();

        overlaps.add(round(answered("A", ACCEPTED, 0, SERVICE), answered("B", ACCEPTED, 40, 2 * SERVICE)));
        overlaps.add(round(answered("A", ACCEPTED, 0, 2 * SERVICE), answered("B", ACCEPTED, 40, SERVICE)));

        assertThat(overlaps.seen()).hasValue(new Overlap(2, 2));
    }

    @Test
    void aRefusalTakesAsLongAsRefusalsTake() {
        alone();

        overlaps.add(round(answered("A", ACCEPTED, 0, SERVICE), answered("B", REFUSED, 40, SERVICE + REFUSAL)));

        overlaps.add(round(answered("A", ACCEPTED, 0, SERVICE), answered("B", REFUSED, 40, SERVICE + REFUSAL / 4)));

        assertThat(overlaps.seen()).hasValue(new Overlap(2, 2));
    }

    @Test
    void requestsThatAreWorkedOnAtTheSameTimeEndTogetherOrEachInItsOwnTime() {
        alone();

        overlaps.add(round(answered("A", ACCEPTED, 0, SERVICE), answered("B", ACCEPTED, 40, SERVICE + 500)));
        overlaps.add(round(answered("A", ACCEPTED, 0, SERVICE), answered("B", REFUSED, 40, REFUSAL)));

        assertThat(overlaps.seen()).hasValue(new Overlap(2, 0));
    }

    @Test
    void aSlowRequestBesideAQuickOneHasNotWaitedForIt() {
        overlaps.alone(answered("A", ACCEPTED, 0, SERVICE));
        overlaps.alone(answered("B", ACCEPTED, 0, 10 * SERVICE));

        overlaps.add(round(answered("A", ACCEPTED, 0, SERVICE), answered("B", ACCEPTED, 0, 10 * SERVICE)));

        assertThat(overlaps.seen()).hasValue(new Overlap(1, 0));
    }

    @Test
    void whoseServiceTimeIsUnknownIsNotGuessedAt() {
        overlaps.add(round(answered("A", ACCEPTED, 0, SERVICE), answered("B", ACCEPTED, 0, 2 * SERVICE)));

        assertThat(overlaps.seen()).isEmpty();
    }

    private void alone() {
        for (String contender : new String[] {"A", "B"}) {
            overlaps.alone(answered(contender, ACCEPTED, 0, SERVICE));
            overlaps.alone(answered(contender, REFUSED, 0, REFUSAL));
        }
    }
}
