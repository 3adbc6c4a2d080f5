package dev.photofinish.explorer.gate;

import static dev.photofinish.explorer.gate.Commands.CHANGED;
import static dev.photofinish.explorer.gate.Commands.find;
import static dev.photofinish.explorer.gate.Commands.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatekeeperTest {

    private final Stage stage = new Stage("A", "B");
    private final Gatekeeper keeper = stage.keeper;

    @Test
    void everyContenderIsHeldBeforeItsFirstStep() throws InterruptedException {
        stage.plays("A", find("lot"));
        var situation = stage.plays("B", find("lot"));

        assertThat(situation.standings())
                .containsExactly(
                        java.util.Map.entry("A", new Standing.Held(new Step("A", 1, find("lot")))),
                        java.util.Map.entry("B", new Standing.Held(new Step("B", 1, find("lot")))));
    }

    @Test
    void onlyTheOneThatIsLetGoMovesAndThatByOneStep() throws InterruptedException {
        stage.plays("A", find("lot"), update("lot"));
        Knock ofB = stage.sends("B", find("lot"));

        var situation = stage.let("A");

        assertThat(situation.next("A")).contains(new Step("A", 2, update("lot")));
        assertThat(ofB.waits()).isTrue();
        assertThat(keeper.answerOf("A", 1)).isEqualTo(CHANGED);
        assertThat(keeper.answerOf("A", 2).effect()).isEqualTo(Answer.Effect.UNKNOWN);
    }

    @Test
    void itIsOverWhenEverybodyHasFinished() throws InterruptedException {
        stage.plays("A", find("lot"));
        stage.plays("B", find("lot"));

        assertThat(stage.let("B").over()).isFalse();
        assertThat(stage.let("A").over()).isTrue();
        assertThat(keeper.unfinished()).isEmpty();
    }

    @Test
    void oneThatIsNotHeldCannotBeLetGo() throws InterruptedException {
        stage.plays("A");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.let("A"))
                .withMessageContaining("A cannot be let go");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.let("X"))
                .withMessage("X is no contender; they are A, B.");
    }

    @Test
    void repliesOfTwoThatGoTogetherWaitUntilBothAreThere() throws InterruptedException {
        List<String> order = new ArrayList<>();
        Knock replyOfA = new Knock(() -> {
            order.add("A gets its reply");
            keeper.finished("A");
        });
        Knock replyOfB = new Knock(() -> {
            order.add("B gets its reply");
            keeper.finished("B");
        });
        stage.sends("A", update("week"));
        stage.sends("B", update("week"));
        stage.ticker.in(Duration.ofMillis(1), () -> {
            keeper.replied("A", CHANGED, replyOfA);
            order.add(replyOfA.waits() ? "A's is kept" : "A's went on");
        });
        stage.ticker.in(Duration.ofMillis(2), () -> keeper.replied("B", CHANGED, replyOfB));

        var situation = stage.let("A", "B");

        assertThat(order).containsExactly("A's is kept", "A gets its reply", "B gets its reply");
        assertThat(situation.over()).isTrue();
    }

    @Test
    void ofTwoThatGoTogetherTheSecondReplyWaitsUntilTheFirstHasSettled() throws InterruptedException {
        stage.sends("A", update("week"));
        stage.sends("B", update("week"));
        Knock replyOfB = new Knock(() -> keeper.finished("B"));
        stage.ticker.in(Duration.ofMillis(1), () -> {
            keeper.replied("B", CHANGED, replyOfB);
            keeper.replied("A", CHANGED, Knock.only());
        });
        stage.ticker.in(Duration.ofMillis(9), () -> {
            assertThat(replyOfB.waits()).as("A still runs").isTrue();
            keeper.finished("A");
        });

        assertThat(stage.let("A", "B").over()).isTrue();
    }

    @Test
    void commandsThatAContenderSendsAtOnceAreTakenInAnOrderThatDoesNotDependOnTime() throws InterruptedException {
        keeper.started("A");
        keeper.arrived("A", update("late in the alphabet"), Knock.only());
        keeper.settle();
        keeper.arrived("A", update("two"), Knock.only());
        keeper.arrived("A", find("one"), Knock.only());
        stage.ticker.in(Duration.ofMillis(1), () -> keeper.replied("A", CHANGED, Knock.only()));

        var situation = stage.let("A");

        assertThat(situation.next("A")).contains(new Step("A", 2, find("one")));
    }

    @Test
    void oneThatIsKnownToSendSeveralAtOnceIsHeldOnlyWhenItHasBeenQuiet() throws InterruptedException {
        stage.pace.sendsSeveral("A");
        keeper.started("A");
        keeper.arrived("A", update("second to come in the alphabet"), Knock.only());
        stage.ticker.in(Duration.ofMillis(2), () -> keeper.arrived("A", find("first"), Knock.only()));

        assertThat(keeper.settle().next("A")).contains(new Step("A", 1, find("first")));
    }

    @Test
    void aCommandAfterTheAnswerIsHeldLikeAllBefore() throws InterruptedException {
        stage.plays("A");
        Knock late = Knock.only();
        keeper.arrived("A", update("log"), late);

        var situation = keeper.settle();

        assertThat(situation.enabled()).containsExactly("A");
        assertThat(late.waits()).isTrue();
        assertThat(stage.pace.parallel()).contains("A");
    }

    @Test
    void whatAClientThatGaveUpHasAtTheGateIsDropped() throws InterruptedException {
        Knock held = stage.sends("A", update("lot"));

        keeper.lost("A", "A's client closed its connection while its command was held.");
        assertThat(held.waits())
                .as("only the scheduler's thread passes on or drops")
                .isTrue();
        var situation = keeper.settle();

        assertThat(held.wasDropped()).isTrue();
        assertThat(situation.lost()).contains("A's client closed its connection while its command was held.");
        keeper.finished("A");
        keeper.close();
        assertThat(held.wasDropped()).isTrue();
    }

    @Test
    void closingLetsEverythingGo() throws InterruptedException {
        stage.plays("A", find("lot"), update("lot"));
        stage.plays("B", find("lot"), update("lot"));

        keeper.close();

        assertThat(keeper.unfinished()).isEmpty();
    }

    @Test
    void closingDeliversWhatWasKept() throws InterruptedException {
        stage.seenInConflict("B");
        stage.sends("A", update("week"));
        stage.sends("B", update("week"));
        stage.let("B");
        Knock kept = new Knock(() -> keeper.finished("B"));
        keeper.replied("B", CHANGED, kept);

        keeper.finished("A");
        keeper.close();

        assertThat(kept.hasProceeded()).isTrue();
        assertThat(keeper.unfinished()).isEmpty();
    }

    @Test
    void closingWaitsForAnApplicationThatHangsOnlySoLong() throws InterruptedException {
        Knock held = stage.sends("A", update("lot"));

        keeper.close();

        assertThat(held.hasProceeded()).isTrue();
        assertThat(stage.ticker.time()).isEqualTo(Patience.DEFAULT.closing());
        assertThat(keeper.unfinished()).containsExactly("A");
    }

    @Test
    void anExplorationThatIsStoppedDoesNotWait() {
        keeper.started("A");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(keeper::settle);
    }
}
