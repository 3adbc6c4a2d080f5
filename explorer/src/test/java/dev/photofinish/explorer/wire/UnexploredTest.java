package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.attribution.Tally;
import org.junit.jupiter.api.Test;

class UnexploredTest {

    private final Tally tally = new Tally();
    private final Unexplored ofOneProcess = new Unexplored(tally, 2, () -> false);
    private final Unexplored ofThree = new Unexplored(tally, 3, () -> false);
    private final Unexplored ofSeveral = new Unexplored(tally, 2, () -> true);

    @Test
    void aLockInTheMemoryOfOneOfSeveralProcessesMayBeAnothersToo() {
        thereIsALock();

        assertThat(ofSeveral.doubts())
                .singleElement()
                .asString()
                .contains("the application runs in several processes")
                .contains("Explore it with one process");
        assertThat(ofOneProcess.doubts()).isEmpty();
    }

    @Test
    void severalProcessesThatWaitForNothingAreAsGoodAsOne() {
        tally.wentSideBySide();

        assertThat(ofSeveral.doubts()).isEmpty();
    }

    /** A machine that stands still makes nobody wait for a lock. */
    @Test
    void whoWaitedNowAndThenWaitedForTheMachine() {
        thereIsALock();
        for (int execution = 0; execution < 3; execution++) {
            tally.wentSideBySide();
        }

        assertThat(ofSeveral.doubts()).isEmpty();
    }

    @Test
    void ofThreeOneMayBeginWhileAnotherWaitsForTheLock() {
        thereIsALock();

        assertThat(ofOneProcess.beginnings()).isFalse();
        assertThat(ofThree.beginnings()).isTrue();
        assertThat(ofOneProcess.notes()).isEmpty();
        assertThat(ofThree.notes())
                .singleElement()
                .asString()
                .endsWith("while a third still waits, is not explored, at most tried a few times.");
    }

    @Test
    void withoutALockItMakesNoDifferenceWhenTheyBegin() {
        tally.wentSideBySide();

        assertThat(ofThree.beginnings()).isFalse();
    }

    private void thereIsALock() {
        tally.waitedInTheApplication();
        tally.waitedInTheApplication();
    }
}
