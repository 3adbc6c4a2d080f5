package dev.photofinish.explorer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photofinish.explorer.driver.DriverSettings;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryEngine
class DriverBenchTest {

    private final TestDatabase database;

    DriverBenchTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void schedulesAndSalesAreMeasuredInTurnsAndNothingIsLeft() throws Exception {
        DriverCost cost = new DriverBench(2).measure(database.uri(), DriverSettings.Threads.VIRTUAL, 2);

        // 6 schedules, of which the first one has no beginning
        assertThat(cost.schedules()).hasSize(5).allMatch(nanos -> nanos > 0);
        assertThat(cost.sales()).hasSize(5).allMatch(nanos -> nanos > 0);
        assertThat(database.client().listDatabaseNames().into(new java.util.ArrayList<>()))
                .doesNotContain("photofinish_bench_driver");
    }

    @Test
    void theRatioIsThatOfTheMedians() {
        DriverCost cost = new DriverCost(
                DriverSettings.Threads.PLATFORM, 2, List.of(900L, 1_000L, 50_000L), List.of(1_500L, 1L, 90_000L));

        assertThat(cost.ratio()).isCloseTo(1.5, within(1e-9));
        assertThat(cost.line())
                .isEqualTo(
                        "platform threads, 2 contenders: 1 µs one after the other, 2 µs a schedule (666667 a second), 1.50 times");
    }
}
