package dev.photofinish.explorer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** A test that could not have failed fails, with the reason. */
@Explores
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "it is about what a test says")
class UnsupportedGreenTest {

    private static final Duration SHORT = Duration.ofMillis(150);

    private final TestDatabase database;
    private final Exploring exploring;
    private final Shop shop;

    UnsupportedGreenTest(Exploring exploring, TestDatabase database) {
        this.exploring = exploring;
        this.database = database;
        exploring.gate(settings -> settings.withPatience(Patience.DEFAULT.suspiciousAfter(SHORT)));
        this.shop = new Shop(exploring.client(database.uri()), database.name());
    }

    private Exploring buyers(Callable<?> a, Callable<?> b) {
        return exploring
                .freshData(() -> shop.fill(100))
                .contender("A", a)
                .contender("B", b)
                .mustHold("nothing is sold twice", () -> shop.left() >= 0);
    }

    private ThrowableAssertAlternative<AssertionError> assertNothingCanBeClaimed() {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageStartingWith("Nothing can be claimed");
    }

    @Test
    void withoutARule() {
        exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60));

        assertNothingCanBeClaimed().withMessageContaining("There is no rule");
    }

    @Test
    void ofRulesThatAreCalledTheSame() {
        exploring.mustHold("it holds", () -> false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> exploring.mustHold("it holds", () -> true))
                .withMessageStartingWith("There are two rules named \"it holds\"");
        assertThatIllegalArgumentException().isThrownBy(() -> exploring.mustHold("deadlock", () -> true));
    }

    @Test
    void ofAContenderThatSendsNothing() {
        buyers(() -> shop.buy(80), () -> 60);

        assertNothingCanBeClaimed().withMessageContaining("B sent no command through the gate in any schedule");
    }

    @Test
    void ofCallsThatAreAllRefused() {
        Callable<Integer> refused = () -> {
            shop.left();
            throw new IllegalStateException("sold out");
        };
        buyers(refused, refused).refusal(IllegalStateException.class);

        assertNothingCanBeClaimed().withMessageContaining("Every call was refused in every schedule");
    }

    @Test
    void ofSomebodyWhoTakesNoPart() {
        buyers(() -> shop.buy(80), () -> shop.buy(60))
                .mustHold("C got some", told -> told.to("C").isEmpty());

        assertThatExceptionOfType(MisusedRule.class)
                .isThrownBy(exploring::explore)
                .withMessageContaining("There is no contender C");
    }

    @Test
    void ofCommandsThatOtherThreadsSend() {
        buyers(() -> CompletableFuture.supplyAsync(() -> shop.buyAtOnce(80)).get(), () -> shop.buyAtOnce(60));

        assertNothingCanBeClaimed()
                .withMessageContaining("Commands came from threads that are no contender's")
                .withMessageContaining("update stock from thread \"");
    }

    @Test
    void ofAPoolThatIsTooSmall() throws InterruptedException {
        Shop narrow = new Shop(
                exploring.client(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(database.uri()))
                        .applyToConnectionPoolSettings(pool -> pool.maxSize(1))
                        .build()),
                database.name());
        buyers(() -> narrow.buy(80), () -> narrow.buy(60));

        assertNothingCanBeClaimed()
                .withMessageContaining("the client's pool is too small")
                .withMessageContaining("maxPoolSize");
    }

    @Test
    void butWhoeverGetsALockFirstIsExplored() {
        var monitor = new Object();
        buyers(
                () -> {
                    synchronized (monitor) {
                        return shop.buyAtOnce(80);
                    }
                },
                () -> {
                    synchronized (monitor) {
                        return shop.buyAtOnce(60);
                    }
                });
        exploring.mustHold("the first one gets it", told -> told.count(80) == 1);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageContaining("the first one gets it: it does not hold")
                .withMessageContaining("even with one call after the other")
                .withMessageContaining("A was told 0, B was told 60");
    }

    @Test
    void andWhatIsRightBehindALockIsGreen() throws InterruptedException {
        var monitor = new Object();
        buyers(
                () -> {
                    synchronized (monitor) {
                        return shop.buy(80);
                    }
                },
                () -> {
                    synchronized (monitor) {
                        return shop.buy(60);
                    }
                });

        var exploration = exploring.explore();

        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().run()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void ofDataThatNobodyMakesFresh() {
        shop.fill(1000);
        exploring
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("what was sold has left the stock", told -> shop.left() == 1000 - told.sum());

        assertNothingCanBeClaimed()
                .withMessageContaining(
                        "The contenders write " + database.name() + ".stock, and nothing makes the data fresh")
                .withMessageContaining("restoring(\"" + database.name() + ".stock\")");
    }

    @Test
    void ofDataThatAreNotPutBackUnderTheirName() {
        shop.fill(1000);
        exploring
                .restoring(database.name() + ".stok")
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("what was sold has left the stock", told -> shop.left() == 1000 - told.sum());

        assertNothingCanBeClaimed()
                .withMessageContaining("restoring(\"" + database.name() + ".stok\") does not put that back");
    }

    @Test
    void ofWhatIsSentWhenTheCallHasReturned() {
        try (ExecutorService later = Executors.newSingleThreadExecutor()) {
            buyers(
                    () -> {
                        shop.left();
                        return later.submit(() -> shop.buyAtOnce(80)).isDone();
                    },
                    () -> shop.buyAtOnce(60));

            assertNothingCanBeClaimed().withMessageContaining("update stock from thread \"pool-");
        }
    }

    @Test
    void ofWhatIsSentLongAfterTheCallHasReturned() {
        buyers(
                () -> {
                    int left = shop.left();
                    CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS)
                            .execute(() -> shop.buyAtOnce(80));
                    return left;
                },
                () -> shop.buyAtOnce(60));

        assertNothingCanBeClaimed().withMessageContaining("update stock from thread \"");
    }
}
