package dev.photofinish.scenarios.race;

import static dev.photofinish.scenarios.race.HandMade.accepted;
import static dev.photofinish.scenarios.race.HandMade.round;
import static dev.photofinish.scenarios.race.HandMade.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutOffsTest {

    private final CutOffs cutOffs = new CutOffs();

    @Test
    void aServerThatACollisionKillsLosesItsConnections() {
        cutOffs.add(round(accepted("A"), accepted("B")));
        cutOffs.add(round(accepted("A"), unanswered("B", Attempt.Ending.CUT_OFF)));

        assertThat(cutOffs.sentence())
                .hasValueSatisfying(doubt -> assertThat(doubt).startsWith("In 1 round (first in"));
    }

    @Test
    void anAnswerThatNobodyWaitedForAnyLongerSaysNothingOfTheServer() {
        cutOffs.add(round(accepted("A"), unanswered("B", Attempt.Ending.GIVEN_UP)));

        assertThat(cutOffs.sentence()).isEmpty();
    }
}
