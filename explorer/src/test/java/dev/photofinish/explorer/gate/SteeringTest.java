package dev.photofinish.explorer.gate;

import static dev.photofinish.explorer.gate.Commands.find;
import static dev.photofinish.explorer.gate.Commands.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.step.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Who decides who goes next, and when. */
class SteeringTest {

    private final Stage stage = new Stage("A", "B");
    private final Gatekeeper keeper = stage.keeper;
    private final List<Situation> asked = new ArrayList<>();

    @Test
    void theSteersmanIsAskedWheneverEverybodyHasSettledUntilItNamesNobody() throws InterruptedException {
        stage.plays("A", find("lot"), update("lot"));
        stage.plays("B", find("lot"));

        Situation end = keeper.steer(inOrder("A", "B", "A"));

        assertThat(end.over()).isTrue();
        assertThat(asked).hasSize(4);
        assertThat(asked.get(1).next("A").orElseThrow().command()).isEqualTo(update("lot"));
        assertThat(asked.get(2).standings().get("B")).isEqualTo(new Standing.Finished());
        assertThat(asked.getLast()).isEqualTo(end);
    }

    @Test
    void whoNamesNobodyIsNotAskedAgain() throws InterruptedException {
        stage.plays("A", find("lot"));
        stage.plays("B", find("lot"));

        Situation end = keeper.steer(inOrder("A"));

        assertThat(asked).hasSize(2);
        assertThat(end.enabled()).containsExactly("B");
        assertThat(keeper.situation()).isEqualTo(end);
    }

    @Test
    void whoeverBringsTheLastContenderToItsStepLetsTheNextOneGo() throws InterruptedException {
        Knock ofB = Knock.only();
        List<Thread> threads = new ArrayList<>();
        try (Gatekeeper busy = busy(find("lot"), ofB)) {
            Thread scheduler = steering(busy, now -> {
                threads.add(Thread.currentThread());
                return threads.size() == 1 ? Set.of("A") : threads.size() == 2 ? Set.of("B") : Set.of();
            });

            busy.replied("A", Commands.CHANGED, Knock.only());
            busy.finished("A");

            // no other thread had to wake up for it
            assertThat(threads).containsExactly(scheduler, Thread.currentThread());
            assertThat(ofB.hasProceeded()).isTrue();
            busy.replied("B", Commands.CHANGED, Knock.only());
            busy.finished("B");
            scheduler.join();
            assertThat(busy.situation().over()).isTrue();
        }
    }

    @Test
    void nobodyIsLetGoBetweenThingsThatHappenAtOnce() throws InterruptedException {
        try (Gatekeeper busy = busy(find("lot"), Knock.only())) {
            Thread scheduler = steering(busy, now -> {
                asked.add(now);
                return asked.size() == 1 ? Set.of("A") : Set.of();
            });
            busy.replied("A", Commands.CHANGED, Knock.only());

            busy.atOnce(() -> {
                busy.finished("A");
                busy.arrived("A", update("log"), new Knock(() -> busy.replied("A", Commands.CHANGED, Knock.only())));
            });
            scheduler.join();

            assertThat(asked.getLast().next("A").orElseThrow().command()).isEqualTo(update("log"));
            busy.lost("B", "has nothing to do in this test");
        }
    }

    @Test
    void itsFailureReachesTheSchedulerWhoeverAskedIt() throws InterruptedException {
        stage.plays("A", find("lot"), update("lot"));
        stage.plays("B", find("lot"));

        assertThatIllegalStateException()
                .isThrownBy(() -> keeper.steer(now -> {
                    if (now.next("A").filter(step -> step.index() == 2).isPresent()) {
                        throw new IllegalStateException("lost its way");
                    }
                    return Set.of("A");
                }))
                .withMessage("lost its way");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> keeper.steer(now -> {
                    throw new AssertionError("an error too");
                }));
        assertThat(keeper.settle().enabled()).containsExactly("A", "B");
    }

    @Test
    void nobodyGoesWhereSomebodyHasBeenLostMeanwhile() throws InterruptedException {
        stage.plays("A", find("lot"));
        Knock ofB = stage.sends("B", find("lot"));
        keeper.lost("A", "A gave up.");

        Situation now = keeper.steer(Steersman.once(Set.of("B")));

        assertThat(now.lost()).contains("A gave up.");
        assertThat(ofB.waits()).isTrue();
    }

    /** One whose contenders have both come to their first step, by a clock that goes. */
    private static Gatekeeper busy(Command command, Knock ofB) {
        Gatekeeper busy = new Gatekeeper(
                List.of("A", "B"), (contender, step) -> Sighting.UNSEEN, Patience.DEFAULT, new Pace(), Ticker.SYSTEM);
        busy.started("A");
        busy.started("B");
        busy.arrived("B", command, ofB);
        return busy;
    }

    /** A scheduler's thread, which has let A go. */
    private static Thread steering(Gatekeeper keeper, Steersman steersman) throws InterruptedException {
        var gone = new CountDownLatch(1);
        keeper.arrived("A", find("lot"), new Knock(gone::countDown));
        Thread scheduler = Thread.ofPlatform().start(() -> {
            try {
                keeper.steer(steersman);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        gone.await();
        return scheduler;
    }

    private Steersman inOrder(String... contenders) {
        return now -> {
            asked.add(now);
            return asked.size() > contenders.length ? Set.of() : Set.of(contenders[asked.size() - 1]);
        };
    }
}
