package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.attribution.Tally;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnexploredTest {

    private final Tally tally = new Tally();
    private final Unexplored ofOneProcess = new Unexplored(tally, () -> false);
    private final Unexplored ofSeveral = new Unexplored(tally, () -> true);

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

        assertThat(ofOneProcess.beginnings(2)).isFalse();
        assertThat(ofOneProcess.beginnings(3)).isTrue();
        assertThat(tally.bystanders(Set.of(), Set.of()).notes())
                .anyMatch(note ->
                        note.endsWith("while a third still waits, was tried a few times, and is not explored."));
    }

    @Test
    void withoutALockItMakesNoDifferenceWhenTheyBegin() {
        tally.wentSideBySide();

        assertThat(ofOneProcess.beginnings(3)).isFalse();
    }

    private void thereIsALock() {
        tally.waitedInTheApplication();
        tally.waitedInTheApplication();
    }
}
