package dev.photofinish.explorer.gate;

import static dev.photofinish.explorer.gate.Commands.CHANGED;
import static dev.photofinish.explorer.gate.Commands.commit;
import static dev.photofinish.explorer.gate.Commands.find;
import static dev.photofinish.explorer.gate.Commands.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A contender that neither reaches a step nor finishes is slow, blocked in the database or blocked in the application. */
class WaitingTest {

    private final Stage stage = new Stage("A", "B");
    private final Gatekeeper keeper = stage.keeper;

    @Test
    void growingConflictsMeanBlockedInTheDatabase() throws InterruptedException {
        stage.seenInConflict("B");
        stage.plays("A", commit());
        stage.sends("B", update("lot"));

        stage.let("B");

        assertThat(stage.standing("B"))
                .isEqualTo(new Standing.Blocked(
                        Standing.Where.DATABASE,
                        Optional.of(new Step("B", 1, update("lot"))),
                        "update shop.stock lot waits for a document that an open transaction has written"));
        assertThat(stage.ticker.time()).as("two looks").isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void waitingForALockTwiceMeansBlockedInTheDatabase() throws InterruptedException {
        stage.seen("B", () -> new Sighting.Active(0, true));
        stage.plays("A", commit());
        stage.sends("B", update("lot"));

        stage.let("B");

        assertThat(stage.standing("B"))
                .isInstanceOfSatisfying(
                        Standing.Blocked.class,
                        blocked -> assertThat(blocked.why()).endsWith("waits for a lock of the database"));
    }

    @Test
    void aCommandOnWhichTheDatabaseWorksIsSlow() throws InterruptedException {
        stage.seen("B", () -> new Sighting.Active(7, false));
        stage.plays("A", commit());
        stage.sends("B", update("lot"));
        stage.ticker.in(
                Duration.ofSeconds(9), () -> keeper.replied("B", CHANGED, new Knock(() -> keeper.finished("B"))));

        stage.let("B");

        assertThat(stage.standing("B")).isEqualTo(new Standing.Finished());
    }

    @Test
    void nobodyWaitsForASlowCommandForEver() throws InterruptedException {
        stage.seen("B", () -> new Sighting.Active(7, false));
        stage.plays("A", commit());
        stage.sends("B", update("lot"));

        var situation = stage.let("B");

        assertThat(situation.lost().orElseThrow())
                .startsWith("The database has not answered update shop.stock lot of B for 10 s");
        assertThat(stage.looks()).as("more and more rarely").isLessThan(30);
    }

    @Test
    void withoutAProbeACommandWithoutReplyIsSlow() throws InterruptedException {
        stage.plays("A", commit());
        stage.sends("B", update("lot"));
        stage.ticker.in(
                Duration.ofSeconds(5), () -> keeper.replied("B", CHANGED, new Knock(() -> keeper.finished("B"))));

        stage.let("B");

        assertThat(stage.standing("B")).isEqualTo(new Standing.Finished());
    }

    @Test
    void theReplyOfABlockedOneIsKeptUntilTheOtherHasSettled() throws InterruptedException {
        stage.seenInConflict("B");
        stage.sends("A", commit());
        stage.sends("B", update("lot"));
        stage.let("B");
        Knock replyOfB = new Knock(() -> keeper.finished("B"));
        stage.ticker.in(Duration.ofMillis(1), () -> {
            keeper.replied("A", CHANGED, Knock.only());
            keeper.replied("B", CHANGED, replyOfB);
        });
        stage.ticker.in(Duration.ofMillis(9), () -> {
            assertThat(replyOfB.waits()).as("A still runs").isTrue();
            keeper.finished("A");
        });

        var situation = stage.let("A");

        assertThat(situation.over()).isTrue();
        assertThat(keeper.answerOf("B", 1)).isEqualTo(CHANGED);
    }

    @Test
    void oneThatIsStillBlockedAfterAnotherHasMovedIsSaidToBe() throws InterruptedException {
        stage.seenInConflict("B");
        stage.plays("A", find("something else"), commit());
        stage.sends("B", update("lot"));
        stage.let("B");

        var situation = stage.let("A");

        assertThat(situation.enabled()).containsExactly("A");
        assertThat(stage.standing("B")).isInstanceOf(Standing.Blocked.class);
    }

    @Test
    void aBlockedOneThatIsAnsweredThoughNobodyMovedHasRunIntoATimeLimit() throws InterruptedException {
        stage.seenInConflict("B");
        stage.plays("A", commit());
        stage.sends("B", update("lot"));
        stage.let("B");

        keeper.replied("B", Commands.FAILED, Knock.only());

        assertThat(keeper.settle().lost().orElseThrow())
                .contains("a time limit")
                .contains("has run out");
    }

    @Test
    void aDeadlockIsSaidOnlyAfterASecondLookAtEverybody() throws InterruptedException {
        stage.seenInConflict("A");
        stage.seenInConflict("B");
        stage.sends("A", update("one"));
        stage.sends("B", update("two"));
        stage.let("A");
        int before = stage.looks();

        var situation = stage.let("B");

        assertThat(situation.standings().values()).allMatch(Standing.Blocked.class::isInstance);
        assertThat(stage.looks() - before)
                .as("both, twice, and once more both, twice")
                .isEqualTo(8);
    }

    @Test
    void anApplicationThatIsSilentIsSlowAtFirst() throws InterruptedException {
        stage.plays("A", update("lot"));
        keeper.started("B");
        stage.ticker.in(Duration.ofMillis(900), () -> keeper.finished("B"));

        keeper.settle();

        assertThat(stage.standing("B")).isEqualTo(new Standing.Finished());
    }

    @Test
    void oneThatGoesOnOnlyAfterAnotherHasMovedWasBlockedInTheApplication() throws InterruptedException {
        stage.plays("A", update("lot"));
        keeper.started("B");

        keeper.settle();
        assertThat(stage.standing("B"))
                .isInstanceOfSatisfying(
                        Standing.Blocked.class,
                        blocked -> assertThat(blocked.where()).isEqualTo(Standing.Where.APPLICATION));

        stage.ticker.in(Duration.ofMillis(3), () -> keeper.finished("B"));
        assertThat(stage.let("A").over()).isTrue();
    }

    @Test
    void oneThatSeemedBlockedInTheApplicationAndGoesOnByItselfWasSlow() throws InterruptedException {
        stage.plays("A", update("lot"));
        keeper.started("B");
        keeper.settle();

        keeper.arrived("B", update("lot"), Knock.only());

        assertThat(keeper.settle().lost().orElseThrow())
                .startsWith("B had been silent so long")
                .contains("it was slow");
    }

    @Test
    void oneThatStaysBlockedInTheApplicationIsNotSuspectedForSoLongAgain() throws InterruptedException {
        stage.plays("A", update("lot"), update("lot"));
        keeper.started("B");
        keeper.settle();
        Duration before = stage.ticker.time();

        stage.let("A");

        assertThat(stage.standing("B")).isInstanceOf(Standing.Blocked.class);
        assertThat(stage.ticker.time().minus(before)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void aTimerAloneNeverMeansBlockedWhenNobodyIsHeld() throws InterruptedException {
        stage.plays("A");
        keeper.started("B");

        var situation = keeper.settle();

        assertThat(situation.lost().orElseThrow())
                .isEqualTo(
                        "B has neither sent a command nor come to its end for 30 s: the application does not answer.");
    }

    @Test
    void inAContestWhereSilenceIsUsualItIsSuspectedLater() throws InterruptedException {
        Pace pace = new Pace();
        pace.silence(Duration.ofMillis(400));
        Stage slow = new Stage(pace, "A", "B");
        slow.plays("A", update("lot"));
        slow.keeper.started("B");
        slow.ticker.in(Duration.ofMillis(2300), () -> slow.keeper.finished("B"));

        slow.keeper.settle();

        assertThat(slow.standing("B")).isEqualTo(new Standing.Finished());
    }

    @Test
    void oneColdRequestDoesNotMakeEveryLockTakeLong() throws InterruptedException {
        Pace pace = new Pace();
        pace.silence(Duration.ofSeconds(3));
        pace.silence(Duration.ofMillis(10));
        pace.silence(Duration.ofMillis(12));
        Stage warm = new Stage(pace, "A", "B");
        warm.plays("A", update("lot"));
        warm.keeper.started("B");

        warm.keeper.settle();

        assertThat(warm.standing("B")).isInstanceOf(Standing.Blocked.class);
        assertThat(warm.ticker.time()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void howeverSlowAnApplicationIsItIsSuspectedWellBeforeItsClientGivesUp() throws InterruptedException {
        Pace pace = new Pace();
        pace.silence(Duration.ofSeconds(2));
        Stage slow = new Stage(pace, Patience.DEFAULT.endingWithin(Duration.ofSeconds(30)), "A", "B");
        slow.plays("A", update("lot"));
        slow.keeper.started("B");

        slow.keeper.settle();

        assertThat(slow.standing("B")).isInstanceOf(Standing.Blocked.class);
        assertThat(slow.ticker.time()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
    }

    @Test
    void aScheduleThatGoesOnAndOnIsGivenUpWhenItsTimeIsOver() throws InterruptedException {
        Stage hasty = new Stage(new Pace(), Patience.DEFAULT.endingWithin(Duration.ofSeconds(5)), "A", "B");
        hasty.plays("A", update("lot"));
        Command[] pages =
                IntStream.range(0, 50).mapToObj(page -> find("page " + page)).toArray(Command[]::new);
        hasty.answering("B", pages, page -> {
            hasty.ticker.passes(Duration.ofSeconds(1));
            return CHANGED;
        });

        var situation = hasty.keeper.steer(now -> now.lost().isPresent() ? Set.of() : Set.of("B"));

        assertThat(situation.lost().orElseThrow())
                .isEqualTo("A has not come to its end within 5000 ms, which is all the time that a schedule has.");
        assertThat(hasty.ticker.time()).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void anExecutionThatIsBrokenOffHasDroppedWhatItHeldAndDropsWhatStillComes() throws InterruptedException {
        Knock held = stage.sends("A", update("lot"));
        stage.sends("B", update("lot"));

        keeper.breakOff("Stopped.");

        assertThat(held.wasDropped()).isTrue();
        assertThat(stage.let("A").lost()).contains("A: Stopped.");
        Knock late = Knock.only();
        keeper.arrived("A", update("lot"), late);
        assertThat(late.wasDropped()).isTrue();
    }

    @Test
    void whereNobodyWouldEverGoOnNothingIsLetGoInTheEnd() throws InterruptedException {
        stage.pace.neverEnds(List.of("find shop.stock"));
        stage.plays("A");
        Knock[] last = new Knock[1];
        keeper.started("B");
        last[0] = Knock.only();
        keeper.arrived("B", find("lock"), looksAgain(4, last[0]));
        keeper.settle();
        for (int time = 0; time < 4; time++) {
            stage.let("B");
        }
        assertThat(keeper.situation().enabled()).isEmpty();

        keeper.close();

        assertThat(last[0].wasDropped()).isTrue();
    }

    private Knock looksAgain(int times, Knock last) {
        Knock next = times == 1 ? last : null;
        return new Knock(() -> keeper.replied(
                "B",
                Commands.NOTHING,
                new Knock(() -> keeper.arrived("B", find("lock"), next == null ? looksAgain(times - 1, last) : next))));
    }

    @Test
    void anApplicationThatIsBusyInTheDatabaseIsNotBlocked() throws InterruptedException {
        stage.seen("B", () -> new Sighting.Active(0, false));
        stage.plays("A", update("lot"));
        keeper.started("B");
        stage.ticker.in(Duration.ofSeconds(5), () -> keeper.finished("B"));

        keeper.settle();

        assertThat(stage.standing("B")).isEqualTo(new Standing.Finished());
    }

    @Test
    void aLockWhoseOwnerIsKnownNeedsNoTimer() throws InterruptedException {
        stage.seen("B", () -> new Sighting.BehindLock("a lock of Ledger", "A"));
        stage.plays("A", update("lot"));
        keeper.started("B");

        keeper.settle();

        assertThat(stage.standing("B"))
                .isEqualTo(new Standing.Blocked(
                        Standing.Where.APPLICATION, Optional.empty(), "waits for a lock of Ledger, which A has"));
        assertThat(stage.ticker.time()).isEqualTo(Duration.ofMillis(40));
    }
}
