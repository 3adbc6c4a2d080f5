package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.reports.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @Test
    void tellsWhatHappenedInTheOrderOfTime() {
        Event.Invocation late = history.invoked("B", "allocate-stock", 20);
        Event.Invocation early = history.invoked("A", "allocate-stock", 10);
        history.completed(late, 40, Outcome.REFUSED);
        history.completed(early, 30, Outcome.ACCEPTED);

        assertThat(history.snapshot())
                .containsExactly(
                        early,
                        late,
                        new Event.Completion(early, 30, Outcome.ACCEPTED),
                        new Event.Completion(late, 40, Outcome.REFUSED));
    }

    @Test
    void keepsTheOrderOfRecordingForEventsOfOneTime() {
        Event.Invocation invocation = history.invoked("A", "get-order", 10);
        history.completed(invocation, 10, Outcome.FAILED);

        assertThat(history.snapshot())
                .containsExactly(invocation, new Event.Completion(invocation, 10, Outcome.FAILED));
    }

    @Test
    void bearsTimesThatOverflow() {
        Event.Invocation after = history.invoked("B", "get-order", Long.MIN_VALUE);
        Event.Invocation before = history.invoked("A", "get-order", Long.MAX_VALUE);

        assertThat(history.snapshot()).containsExactly(before, after);
    }

    @Test
    void aSnapshotStaysAsItWas() {
        history.invoked("A", "get-order", 10);
        List<Event> snapshot = history.snapshot();
        history.invoked("B", "get-order", 20);

        assertThat(snapshot).hasSize(1);
        assertThatThrownBy(snapshot::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void losesNothingUnderManyThreads() {
        int threads = 4;
        int each = 20_000;
        CyclicBarrier together = new CyclicBarrier(threads);
        try (ExecutorService contenders =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            IntStream.range(0, threads)
                    .forEach(thread -> contenders.execute(() -> {
                        awaitAll(together);
                        for (int operation = 0; operation < each; operation++) {
                            Event.Invocation invocation = history.invoked("C" + thread, "op" + operation, operation);
                            history.completed(invocation, operation, Outcome.ACCEPTED);
                        }
                    }));
        }

        assertThat(new HashSet<>(history.snapshot())).hasSize(2 * threads * each);
    }

    private static void awaitAll(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException ended) {
            throw new IllegalStateException("Nobody ends this barrier early.", ended);
        }
    }
}
