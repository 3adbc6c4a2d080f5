package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One request after the other: the next is sent when the one before it is over, not held before its first command. */
@EveryEngine
class SerialExecutionTest {

    @AutoClose
    private final GatedShop gated;

    private final Shop shop;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    SerialExecutionTest(TestDatabase database) throws Exception {
        this.gated = GatedShop.open(database);
        this.shop = gated.shop();
    }

    @Test
    void theSecondRequestIsSentWhenTheFirstIsOver() throws Exception {
        var contest = contest(sends("A", shop.readsThenWrites("A")), sends("B", shop.readsThenWrites("B")));

        try (var execution = contest.beginSerially(List.of("B", "A"))) {
            assertThat(execution.situation().standings()).containsOnlyKeys("B");
            execution.let(Set.of("B"));
            assertThat(sent).containsExactly("B");

            Situation bIsOver = execution.let(Set.of("B"));

            assertThat(sent).containsExactly("B", "A");
            assertThat(bIsOver.standings().get("B")).isEqualTo(new Standing.Finished());
            assertThat(bIsOver.enabled()).containsExactly("A");
            assertThat(toTheEnd(execution)).isEqualTo(Map.of("B", "granted", "A", "refused"));
        }
    }

    @Test
    void aLockInTheApplicationIsInNobodysWay() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        var contest = contest(locked(lock, shop.readsThenWrites("A")), locked(lock, shop.readsThenWrites("B")));

        try (var execution = contest.beginSerially(List.of("B", "A"))) {
            assertThat(toTheEnd(execution)).isEqualTo(Map.of("B", "granted", "A", "refused"));
        }
    }

    @Test
    void whoComesTwiceSendsARequestATurn() throws Exception {
        WireContest<?>[] itself = new WireContest<?>[1];
        Callable<?> twice = () -> {
            sends("A1", shop.writesIfEnough("A1")).call();
            itself[0].nextRequest("A");
            return sends("A2", shop.writesIfEnough("A2")).call();
        };
        var contest = contest(twice, sends("B", shop.writesIfEnough("B")));
        itself[0] = contest;

        try (var execution = contest.beginSerially(List.of("A", "B", "A"))) {
            execution.let(Set.of("A"));
            assertThat(sent).containsExactly("A1", "B");

            Situation bIsOver = execution.let(Set.of("B"));

            assertThat(sent).containsExactly("A1", "B", "A2");
            assertThat(bIsOver.enabled()).containsExactly("A");
            assertThat(toTheEnd(execution)).isEqualTo(Map.of("A1", "granted", "B", "refused", "A2", "refused"));
        }
    }

    @Test
    void anExecutionThatIsEndedBeforeItsLastTurnHangsNobody() throws Exception {
        WireContest<?>[] itself = new WireContest<?>[1];
        Callable<?> twice = () -> {
            shop.writesIfEnough("A").call();
            itself[0].nextRequest("A");
            return shop.writesIfEnough("A").call();
        };
        var contest = contest(twice, shop.writesIfEnough("B"));
        itself[0] = contest;

        try (var execution = contest.beginSerially(List.of("A", "B", "A"))) {
            execution.let(Set.of("A"));
        }

        try (var next = contest.beginSerially(List.of("B"))) {
            assertThat(toTheEnd(next)).containsEntry("B", "granted");
        }
    }

    private static <R> R toTheEnd(Execution<R> execution) throws InterruptedException {
        while (!execution.situation().over()) {
            execution.let(Set.of(execution.situation().enabled().getFirst()));
        }
        return execution.result();
    }

    private Callable<?> sends(String request, Callable<?> requests) {
        return () -> {
            sent.add(request);
            return requests.call();
        };
    }

    private static Callable<?> locked(ReentrantLock lock, Callable<?> requests) {
        return () -> {
            lock.lock();
            try {
                return requests.call();
            } finally {
                lock.unlock();
            }
        };
    }

    private WireContest<Map<String, String>> contest(Callable<?> first, Callable<?> second) {
        return new WireContest<>(
                gated.gate(),
                Shop.contest(first, second),
                new RestoredData(gated.gate().database(), shop::given),
                shop::answers,
                Set.of());
    }
}
