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
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void aWaitingLoopOfSeveralCommandsIsALoop() throws InterruptedException {
        stage.plays("A", update("release the lock"));
        stage.plays("B", NOTHING, rounds(6, find("lock"), update("lock"), find("time")));

        let("B", 9);

        assertThat(stage.standing("B")).isInstanceOf(Standing.Yielding.class);
        assertThat(keeper.situation().enabled()).containsExactly("A");
    }

    @Test
    void aLoopIsOneOnlyWhenItBeginsAgain() throws InterruptedException {
        stage.plays("A", update("release the lock"));
        stage.plays("B", NOTHING, rounds(6, find("lock"), update("lock")));

        let("B", 5);
        assertThat(stage.standing("B")).as("in its third round").isInstanceOf(Standing.Held.class);

        let("B", 1);
        assertThat(stage.standing("B")).as("before its fourth").isInstanceOf(Standing.Yielding.class);
    }

    @Test
    void aLoopThatLooksForWhatHasRunOutByNowIsOneThoughItsTimesDiffer() throws InterruptedException {
        stage.plays("A", update("release the lock"));
        stage.plays(
                "B",
                NOTHING,
                find("locks before 2026-11-30T10:00:01.000Z"),
                find("locks before 2026-11-30T10:00:01.050Z"),
                find("locks before 2026-11-30T10:00:01.100Z"),
                find("locks before 2026-11-30T10:00:01.150Z"));

        let("B", 3);

        assertThat(stage.standing("B")).isInstanceOf(Standing.Yielding.class);
    }

    @Test
    void whoNotesDownThatItWaitsIsInALoopAfterMoreRounds() throws InterruptedException {
        stage.plays("A", update("release the lock"));
        stage.answering("B", rounds(30, find("lock"), update("waits since")), Commands::asIfItChanged);

        let("B", 38);
        assertThat(stage.standing("B")).isInstanceOf(Standing.Held.class);
        let("B", 2);
        assertThat(stage.standing("B")).isInstanceOf(Standing.Yielding.class);
    }

    @Test
    void aLoopThatNobodyIsLeftToEndIsEndlessAfterALongTimeAndManyRounds() throws InterruptedException {
        stage.plays("A");
        stage.answering("B", rounds(60, find("lock"), update("lock")), command -> {
            stage.ticker.passes(Duration.ofMillis(400));
            return NOTHING;
        });

        let("B", 24);
        assertThat(stage.standing("B"))
                .as("it may give up, or the lock run out")
                .isInstanceOf(Standing.Held.class);
        let("B", 4);

        assertThat(stage.standing("B"))
                .isInstanceOfSatisfying(
                        Standing.Yielding.class,
                        yielding -> assertThat(yielding.why())
                                .isEqualTo("has sent find shop.stock, update shop.stock 14 times in 10 s with the same"
                                        + " answers, and nobody is left who could change them"));
        assertThat(keeper.situation().enabled()).isEmpty();
    }

    /** Nobody waits for it, and it may be somebody else who does that all the time. */
    @Test
    void whoHasItsAnswerAndGoesOnWithoutEndIsNotCalledEndless() throws InterruptedException {
        stage.plays("A");
        stage.answering("B", rounds(60, find("work")), command -> {
            stage.ticker.passes(Duration.ofSeconds(1));
            return NOTHING;
        });
        keeper.answered("B");

        let("B", 11);

        assertThat(keeper.situation().lost())
                .get()
                .asString()
                .startsWith("B has its answer, and goes on without end: it has sent find shop.stock");
    }

    @Test
    void whoeverSomebodyWaitsForMayGiveUpUntilNobodyDoes() throws InterruptedException {
        Stage patient = new Stage(new Pace(), Patience.DEFAULT.endingWithin(Duration.ofSeconds(30)), "A", "B");
        patient.plays("A");
        patient.answering("B", rounds(60, find("lock")), command -> {
            patient.ticker.passes(Duration.ofSeconds(1));
            return NOTHING;
        });

        for (int round = 1; round <= 20; round++) {
            patient.let("B");
        }
        assertThat(patient.standing("B")).as("after 20 s").isInstanceOf(Standing.Held.class);
        for (int round = 21; round <= 29; round++) {
            patient.let("B");
        }
        assertThat(patient.standing("B")).as("after 28 s").isInstanceOf(Standing.Yielding.class);
    }

    @Test
    void whatWasSeenToHaveNoEndIsToldSoonerTheNextTime() throws InterruptedException {
        stage.pace.neverEnds(List.of("find shop.stock", "update shop.stock"));
        stage.plays("A");
        stage.plays("B", NOTHING, rounds(9, find("lock"), update("lock")));

        let("B", 6);

        assertThat(stage.standing("B")).isInstanceOf(Standing.Yielding.class);
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

    private void let(String contender, int times) throws InterruptedException {
        for (int time = 0; time < times; time++) {
            stage.let(contender);
        }
    }

    private static Command[] rounds(int count, Command... round) {
        return Stream.generate(() -> Stream.of(round))
                .limit(count)
                .flatMap(commands -> commands)
                .toArray(Command[]::new);
    }

    private void letThreeTimes(String contender) throws InterruptedException {
        for (int time = 0; time < 3; time++) {
            stage.let(contender);
        }
    }

    /** Attempts to take a lock, each with a time of its own in it. */
    private static Command[] attempts(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(attempt -> update("lock " + attempt))
                .toArray(Command[]::new);
    }
}
