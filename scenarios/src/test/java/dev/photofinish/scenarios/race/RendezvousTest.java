package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RendezvousTest {

    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(50);

    private final ExecutorService contenders = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<List<String>> released = new ConcurrentLinkedQueue<>();

    @AfterEach
    void everyContenderHasEnded() {
        contenders.close();
    }

    @Test
    void releasesAllAtOnceWhenTheLastHasArrived() throws Exception {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B", "C"), PATIENT, released::add);

        List<Future<?>> arrivals = List.of(
                arrive(rendezvous, "C", "shot C"),
                arrive(rendezvous, "B", "shot B"),
                arrive(rendezvous, "A", "shot A"));
        for (Future<?> arrival : arrivals) {
            arrival.get();
        }

        assertThat(released).containsExactly(List.of("shot A", "shot B", "shot C"));
    }

    @Test
    void nobodyGoesOnBeforeTheReleaseIsOver() throws Exception {
        AtomicInteger through = new AtomicInteger();
        Queue<Integer> throughDuringRelease = new ConcurrentLinkedQueue<>();
        Rendezvous<String> rendezvous =
                new Rendezvous<>(List.of("A", "B"), PATIENT, shots -> throughDuringRelease.add(through.get()));

        for (int step = 0; step < 200; step++) {
            List<Future<Integer>> arrivals = new ArrayList<>();
            for (String contender : List.of("A", "B")) {
                arrivals.add(contenders.submit(() -> {
                    rendezvous.arrive(contender, "shot");
                    return through.incrementAndGet();
                }));
            }
            for (Future<Integer> arrival : arrivals) {
                arrival.get();
            }
        }

        assertThat(throughDuringRelease).containsExactlyElementsOf(evenNumbersBelow(400));
    }

    @Test
    void nobodyWhoIsAloneIsReleased() {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), IMPATIENT, released::add);

        assertThatThrownBy(() -> rendezvous.arrive("A", "shot"))
                .isInstanceOf(RendezvousAbortedException.class)
                .hasMessage("B did not arrive within 0.05 s.");
        assertThat(released).isEmpty();
    }

    @Test
    void whoComesTooLateIsToldSo() {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), IMPATIENT, released::add);

        assertThatThrownBy(() -> rendezvous.arrive("A", "shot")).isInstanceOf(RendezvousAbortedException.class);
        assertThatThrownBy(() -> rendezvous.arrive("B", "shot")).hasMessage("B did not arrive within 0.05 s.");
        assertThat(released).isEmpty();
    }

    @Test
    void abortWakesEveryoneWithItsReason() throws Exception {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B", "C"), PATIENT, released::add);

        Future<?> first = arrive(rendezvous, "A", "shot");
        Future<?> second = arrive(rendezvous, "B", "shot");
        rendezvous.abort("C could not sign in.");
        rendezvous.abort("and then some");

        assertAborted(first, "C could not sign in.");
        assertAborted(second, "C could not sign in.");
        assertThatThrownBy(() -> rendezvous.arrive("C", "shot")).hasMessage("C could not sign in.");
        assertThat(released).isEmpty();
    }

    @Test
    void abortDoesNotTakeBackARelease() throws Exception {
        CountDownLatch releasing = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), PATIENT, shots -> {
            releasing.countDown();
            aborted.await();
        });

        Future<?> first = arrive(rendezvous, "A", "shot");
        Future<?> second = arrive(rendezvous, "B", "shot");
        releasing.await();
        rendezvous.abort("too late");
        aborted.countDown();

        first.get();
        second.get();
        assertThatThrownBy(() -> rendezvous.arrive("A", "shot")).hasMessage("too late");
    }

    @Test
    void aSlowReleaseIsNotTakenForALateContender() throws Exception {
        CountDownLatch neverOpened = new CountDownLatch(1);
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), Duration.ofMillis(500), shots -> {
            // longer than anyone's patience with a contender, shorter than that with contender and release
            assertThat(neverOpened.await(700, TimeUnit.MILLISECONDS)).isFalse();
            released.add(shots);
        });

        Future<?> first = arrive(rendezvous, "A", "shot A");
        Future<?> second = arrive(rendezvous, "B", "shot B");
        first.get();
        second.get();
        rendezvous.leave("B");
        rendezvous.arrive("A", "still welcome");

        assertThat(released).containsExactly(List.of("shot A", "shot B"), List.of("still welcome"));
    }

    @Test
    void aReleaseThatFailsIsEveryonesReason() {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), PATIENT, shots -> {
            throw new IllegalStateException("no socket");
        });

        Future<?> first = arrive(rendezvous, "A", "shot");
        Future<?> second = arrive(rendezvous, "B", "shot");

        assertAborted(first, "The contenders could not be released: no socket");
        assertAborted(second, "The contenders could not be released: no socket");
        assertThatThrownBy(() -> rendezvous.arrive("A", "shot"))
                .hasMessage("The contenders could not be released: no socket");
    }

    @Test
    void whoHasLeftIsNotWaitedFor() throws Exception {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), PATIENT, released::add);

        rendezvous.leave("B");
        rendezvous.arrive("A", "alone");

        assertThat(released).containsExactly(List.of("alone"));
    }

    @Test
    void leavingReleasesThoseWhoWaitedForTheLeaver() throws Exception {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B", "C"), PATIENT, released::add);

        Future<?> first = arrive(rendezvous, "A", "shot A");
        Future<?> second = arrive(rendezvous, "C", "shot C");
        rendezvous.leave("B");
        first.get();
        second.get();

        assertThat(released).containsExactly(List.of("shot A", "shot C"));
    }

    @Test
    void everyStepIsAGatheringOfItsOwn() throws Exception {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), PATIENT, released::add);
        Callable<Void> a = () -> steps(rendezvous, "A", 50);
        Callable<Void> b = () -> steps(rendezvous, "B", 50);

        for (Future<Void> contender : contenders.invokeAll(List.of(a, b))) {
            contender.get();
        }

        assertThat(released)
                .hasSize(50)
                .allSatisfy(shots -> assertThat(shots)
                        .hasSize(2)
                        .extracting(shot -> shot.substring(1))
                        .containsOnly(shots.get(0).substring(1)));
    }

    @Test
    void anInterruptedContenderTellsTheOthers() throws Exception {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B", "C"), PATIENT, released::add);

        Future<?> other = arrive(rendezvous, "B", "shot");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> rendezvous.arrive("A", "shot")).isInstanceOf(InterruptedException.class);
        assertAborted(other, "A contender was interrupted while it waited for the others.");
    }

    @Test
    void refusesStrangersAndDoubles() {
        Rendezvous<String> rendezvous = new Rendezvous<>(List.of("A", "B"), PATIENT, released::add);

        assertThatThrownBy(() -> rendezvous.arrive("X", "shot"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Contender X is none of [A, B], or has left.");
        assertThatThrownBy(() -> new Rendezvous<>(List.of("A", "A"), PATIENT, released::add))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Future<?> arrive(Rendezvous<String> rendezvous, String contender, String shot) {
        return contenders.submit(() -> {
            rendezvous.arrive(contender, shot);
            return shot;
        });
    }

    private static Void steps(Rendezvous<String> rendezvous, String contender, int steps) throws Exception {
        for (int step = 0; step < steps; step++) {
            rendezvous.arrive(contender, contender + step);
        }
        return null;
    }

    private static void assertAborted(Future<?> arrival, String reason) {
        assertThatThrownBy(arrival::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(RendezvousAbortedException.class)
                .hasMessage(reason);
    }

    private static List<Integer> evenNumbersBelow(int limit) {
        return IntStream.iterate(0, even -> even < limit, even -> even + 2)
                .boxed()
                .toList();
    }
}
