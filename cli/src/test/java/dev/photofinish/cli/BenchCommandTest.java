package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the measurements can be made, not what comes of them. */
class BenchCommandTest {

    @Test
    void exploringIsMeasuredWithReductionAndWithout() {
        CommandRun bench = CommandRun.of("bench", "explore", "--schedules", "2", "job-card-stage-progression");

        assertThat(bench.exitCode()).as(bench.err()).isZero();
        assertThat(bench.out())
                .containsPattern("\\d+ cores?, .*Java")
                .contains("Database: embedded")
                .containsPattern("schedules: \\d+ reduced, 20 exhaustive")
                .containsPattern("first violation: in schedule \\d, after")
                .containsPattern("a schedule: \\d+\\.\\d\\d ms \\(\\d+\\.\\d\\d contest")
                .containsPattern("one contender after the other, a schedule takes \\d+\\.\\d\\d times its requests")
                .containsPattern("\\d+ schedules a second");
        assertThat(bench.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void theDriverGateIsMeasuredOnBothKindsOfThreads() {
        CommandRun bench = CommandRun.of("bench", "driver", "--rounds", "2");

        assertThat(bench.exitCode()).as(bench.err()).isZero();
        assertThat(bench.out())
                .containsPattern("platform threads, 2 contenders: \\d+ µs")
                .containsPattern("virtual threads, 2 contenders: \\d+ µs");
    }
}
