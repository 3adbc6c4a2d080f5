package dev.photofinish.explorer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Explores
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "it is about what a test says")
class ExploringTest {

    private final TestDatabase database;
    private final Exploring exploring;
    private final Shop shop;

    ExploringTest(Exploring exploring, TestDatabase database) {
        this.exploring = exploring;
        this.database = database;
        this.shop = new Shop(exploring.client(database.uri()), database.name());
    }

    private Exploring twoBuyers(Exploring one, Shop of) {
        return one.freshData(() -> of.fill(100))
                .contender("A", () -> of.buy(80))
                .contender("B", () -> of.buy(60))
                .mustHold("what was sold has left the stock", told -> of.left() == 100 - told.sum())
                .showing("left", of::left);
    }

    @Test
    void aRuleThatIsBrokenIsShownWithTheScheduleThatBreaksIt() {
        twoBuyers(exploring, shop);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessage("""
                    what was sold has left the stock: it does not hold
                    Broken in 2 of 4 schedules that were run, first in number 3. The shortest, reproduced 10 of 10 times:

                    A                                                     B
                    find stock {_id: "paper"} limit 1
                      → {left: 100, _id: "paper"}
                                                                          find stock {_id: "paper"} limit 1
                                                                            → {left: 100, _id: "paper"}
                                                                          update stock {_id: "paper"} {$set: {left: 40}}
                                                                            → 1 changed
                    update stock {_id: "paper"} {$set: {left: 20}}
                      → 1 changed

                    A was told 80, B was told 60
                    left: 20

                    Lost update: A wrote left of stock {_id: "paper"}, which it had read before B's write.

                    To run only this schedule: -Dtest=ExploringTest#aRuleThatIsBrokenIsShownWithTheScheduleThatBreaksIt \
                    -Dphotofinish.invocation=1 -Dphotofinish.replay="A B B A"
                    """);
    }

    @Test
    void aReplayRunsThatScheduleAloneAndIsGreenOfNothing() {
        try (Exploring serial =
                new Exploring(new Rerun("ShopTest#buyers", Optional.empty()), Optional.of(Schedule.parse("A A B")))) {
            Shop replayed = new Shop(serial.client(database.uri()), database.name());

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> twoBuyers(serial, replayed).explore())
                    .withMessageStartingWith("Nothing can be claimed")
                    .withMessageContaining("The schedule \"A A B\" was run, and broke no rule.");
        }
        try (Exploring racy =
                new Exploring(new Rerun("ShopTest#buyers", Optional.empty()), Optional.of(Schedule.parse("A B B A")))) {
            Shop replayed = new Shop(racy.client(database.uri()), database.name());

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> twoBuyers(racy, replayed).explore())
                    .withMessageContaining("Broken in 1 of 1 schedules")
                    .withMessageContaining("Lost update");
        }
    }

    @Test
    void anAssertionSaysMoreThanFalse() {
        twoBuyers(exploring, shop).mustHold("there is paper left", () -> {
            assertThat(shop.left()).as("left").isGreaterThan(50);
            return true;
        });

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageContaining("there is paper left: [left]")
                .withMessageContaining("even with one call after the other");
    }

    @Test
    void aCallThatFailsFailsTheTest() {
        exploring.contender("A", shop::left).contender("B", () -> {
            shop.left();
            throw new IllegalStateException("the till is jammed");
        });
        exploring.freshData(() -> shop.fill(100));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageContaining(
                        "no call fails: B's call threw java.lang.IllegalStateException: the till is jammed")
                .withMessageContaining("B got java.lang.IllegalStateException");
    }

    @Test
    void unlessThatIsHowItSaysNo() throws InterruptedException {
        exploring.contender("A", shop::left).contender("B", () -> {
            shop.left();
            throw new IllegalStateException("sold out");
        });

        var exploration = exploring
                .freshData(() -> shop.fill(100))
                .refusal(IllegalStateException.class)
                .mustHold("nothing is sold", () -> shop.left() == 100)
                .explore();

        assertThat(exploration.coverage().complete()).isTrue();
    }

    @Test
    void aLimitThatIsTooLowProvesNothing() {
        exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("nothing is sold twice", () -> shop.left() >= 0)
                .limit(1);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageStartingWith(
                        "No rule was broken in the 1 that were run of up to 2 schedules, and that proves nothing of"
                                + " the others.");
    }

    @Test
    void aStrategyThatSamplesMayBeSatisfiedWithThat() throws InterruptedException {
        var exploration = exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("nothing is sold twice", () -> shop.left() >= 0)
                .by(new Strategy.Random(1, 3))
                .explore();

        assertThat(exploration.coverage().run()).isPositive();
    }

    @Test
    void codeThatDoesNotComeThroughTheGateProvesNothing() {
        Shop beside = new Shop(database.client(), database.name());
        exploring
                .freshData(() -> beside.fill(100))
                .contender("A", () -> beside.buy(80))
                .contender("B", () -> beside.buy(60));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageStartingWith("Nothing can be claimed")
                .withMessageContaining("sent no command through the gate");
    }

    @Test
    void collectionsCanBePutBackInsteadOfMadeAgain() throws InterruptedException {
        shop.fill(100);

        var exploration = exploring
                .restoring(database.name() + ".stock")
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("what was sold has left the stock", told -> shop.left() == 100 - told.sum())
                .explore();

        assertThat(exploration.coverage().run()).isEqualTo(2);
    }

    @Test
    void twoContendersOfOneNameAreRefused() {
        exploring.contender("A", shop::left);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> exploring.contender("A", shop::left))
                .withMessage("There are two contenders named A.");
    }

    @Test
    void theGateCannotBeChangedOnceItIsOpen() {
        assertThatIllegalStateException()
                .isThrownBy(() -> exploring.gate(settings -> settings))
                .withMessageContaining("before the first client");
    }
}
