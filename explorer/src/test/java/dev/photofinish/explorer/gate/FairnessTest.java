package dev.photofinish.explorer.gate;

import static dev.photofinish.explorer.gate.Commands.CHANGED;
import static dev.photofinish.explorer.gate.Commands.FAILED;
import static dev.photofinish.explorer.gate.Commands.NOTHING;
import static dev.photofinish.explorer.gate.Commands.begin;
import static dev.photofinish.explorer.gate.Commands.commit;
import static dev.photofinish.explorer.gate.Commands.find;
import static dev.photofinish.explorer.gate.Commands.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who must wait until another contender has moved. */
class FairnessTest {

    private final Stage stage = new Stage("A", "B");
    private final Gatekeeper keeper = stage.keeper;

    @Test
    void aContenderThatOnlyRepeatsItselfYields() throws InterruptedException {
        stage.plays("A", update("release the lock"));
        stage.plays("B", NOTHING, attempts(9));

        letThreeTimes("B");

        assertThat(stage.standing("B"))
                .isEqualTo(new Standing.Yielding(
                        new Step("B", 4, update("lock 4")), "repeats itself, and nobody has changed anything since"));
        assertThat(keeper.situation().enabled()).containsExactly("A");
    }

    @Test
    void itMayTryAgainOnceAnotherHasChangedSomething() throws InterruptedException {
        stage.plays("A", update("release the lock"), update("something"));
        stage.plays("B", NOTHING, attempts(9));
        letThreeTimes("B");

        stage.let("A");

        assertThat(stage.standing("B")).isInstanceOf(Standing.Held.class);
    }

    @Test
    void itYieldsToNobodyWhenItIsTheLast() throws InterruptedException {
        stage.plays("A");
        stage.plays("B", NOTHING, attempts(9));

        letThreeTimes("B");

        assertThat(stage.standing("B")).isInstanceOf(Standing.Held.class);
    }

    @Test
    void readingOneDocumentAfterTheOtherIsNoSpin() throws InterruptedException {
        stage.plays("A", update("lot"));
        stage.plays("B", NOTHING, find("1"), find("2"), find("3"), find("4"));

        letThreeTimes("B");

        assertThat(stage.standing("B")).isInstanceOf(Standing.Held.class);
    }

    @Test
    void writingOneDocumentAfterTheOtherIsNoSpin() throws InterruptedException {
        stage.plays("A", update("lot"));
        stage.plays("B", CHANGED, attempts(4));

        letThreeTimes("B");

        assertThat(stage.standing("B")).isInstanceOf(Standing.Held.class);
    }

    @Test
    void aTransactionThatFailedAgainstAnOpenOneIsTriedAgainOnlyWhenThatHasEnded() throws InterruptedException {
        stage.plays("A", begin("lot"), commit());
        stage.let("A");
        keeper.started("B");
        keeper.arrived(
                "B",
                begin("lot"),
                new Knock(() -> keeper.conflicted(
                        "B", FAILED, new Knock(() -> keeper.arrived("B", begin("lot"), Knock.only())))));
        keeper.settle();

        stage.let("B");
        assertThat(stage.standing("B"))
                .isEqualTo(new Standing.Yielding(
                        new Step("B", 2, begin("lot")), "tries its transaction again, and another's is still open"));

        stage.let("A");
        assertThat(stage.standing("B")).isInstanceOf(Standing.Held.class);
    }

    @Test
    void aTransactionThatFailedOtherwiseIsTriedAgainAtOnce() throws InterruptedException {
        stage.plays("A", begin("lot"), commit());
        stage.let("A");
        stage.plays("B", FAILED, begin("lot"), begin("lot"));

        stage.let("B");

        assertThat(stage.standing("B")).isInstanceOf(Standing.Held.class);
    }

    private void letThreeTimes(String contender) throws InterruptedException {
        for (int time = 0; time < 3; time++) {
            stage.let(contender);
        }
    }

    /** Attempts to take a lock, each with a time of its own in it. */
    private static dev.photofinish.explorer.step.Command[] attempts(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(attempt -> update("lock " + attempt))
                .toArray(dev.photofinish.explorer.step.Command[]::new);
    }
}
