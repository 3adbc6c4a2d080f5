package dev.photofinish.explorer.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.attribution.ManualBell;
import dev.photofinish.explorer.attribution.Slumber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VigilTest {

    private static final Task WORKER = new Task(10, 11, "worker");
    private static final Task ANOTHER = new Task(10, 12, "worker");
    private static final Task SPINNER = new Task(10, 13, "spinner");
    private static final Task COMPILER = new Task(10, 14, "C2 CompilerThre");
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final FakeTable table = new FakeTable();
    private final ManualBell bell = new ManualBell();
    private final Vigil vigil =
            new Vigil(bell, new Household(table, () -> List.of(FakeTable.GATE), Residence.UNKNOWN, 1), () -> {});
    private final Slumber slumber = vigil.atMost(BOUND);
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void whereNobodyIsFoundNobodyWaits() {
        vigil.looksAround(0);
        bell.passes(SHORT);

        assertThat(slumber.isSeen()).isFalse();
        slumber.whenAsleep(told::incrementAndGet);
        assertThat(told).hasValue(1);
    }

    @Test
    void waitsUntilAllThreadsSleep() {
        isFound();
        table.isAwake(WORKER, ANOTHER);
        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);
        table.isAwake(ANOTHER);
        bell.passes(SHORT);
        assertThat(told).as("one is awake").hasValue(0);

        table.isAwake();
        bell.passes(SHORT);

        assertThat(told).hasValue(1);
    }

    @Test
    void whoDidNotSleepForTooLongIsWaitedForNoMore() {
        isFound();
        table.isAwake(SPINNER, WORKER);
        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);
        table.isAwake(SPINNER);
        bell.passes(BOUND);
        assertThat(told).as("in vain").hasValue(1);

        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);
        assertThat(told).as("known by now").hasValue(2);

        table.isAwake(SPINNER, WORKER);
        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);
        assertThat(told).as("another is awake").hasValue(2);
        assertThat(vigil.notes()).isEmpty();
    }

    @Test
    void untilItSleepsForOnce() {
        isFound();
        table.isAwake(WORKER);
        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(BOUND.plus(SHORT));
        table.isAwake();
        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);
        assertThat(told).hasValue(2);

        table.isAwake(WORKER);
        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);

        assertThat(told).as("at work again").hasValue(2);
    }

    @Test
    void whoIsNeverAsleepWhileNobodyAsksTellsNothing() {
        isFound();
        table.isAwake(SPINNER);
        vigil.applicationIsIdle();
        bell.passes(Duration.ofSeconds(2));
        vigil.applicationIsAsked();

        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);

        assertThat(told).hasValue(1);
    }

    @Test
    void theCompilersOfAVirtualMachineAreNobodysWork() {
        isFound();
        table.isAwake(COMPILER);

        slumber.whenAsleep(told::incrementAndGet);
        bell.passes(SHORT);

        assertThat(told).hasValue(1);
    }

    @Test
    void anApplicationThatIsHardlyEverAsleepIsSaidToBeSo() {
        isFound();
        for (int time = 1; time <= 3; time++) {
            assertThat(slumber.isSeen()).isTrue();
            table.isAwake(new Task(10, 100 + time, "job"));
            slumber.whenAsleep(told::incrementAndGet);
            bell.passes(BOUND.plus(SHORT));
        }

        assertThat(slumber.isSeen()).isFalse();
        assertThat(told).hasValue(3);
        assertThat(vigil.notes())
                .containsExactly(
                        "The application's processes (10) are hardly ever asleep: that somebody is over is told by"
                                + " time alone.");
    }

    private void isFound() {
        table.isConnectedToTheGate(10, 40_000, 100);
        vigil.looksAround(1);
        bell.passes(SHORT);
        assertThat(slumber.isSeen()).isTrue();
    }
}
