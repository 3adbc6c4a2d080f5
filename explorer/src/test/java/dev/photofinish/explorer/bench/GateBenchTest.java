package dev.photofinish.explorer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateBenchTest {

    @Test
    void allThreeWaysAreMeasuredInOneRun() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/haproxy")),
                "HAProxy is not installed, so the gate is not compared with it.");
        List<String> progress = new ArrayList<>();
        GateBench bench = new GateBench(List.of(1, 2), Duration.ofMillis(100), Duration.ofMillis(50), 2);

        try (var database = Databases.start(new DatabaseChoice.Start(Engine.STANDALONE))) {
            String server = database.uri().replaceAll("mongodb://([^/]*)/?.*", "$1");
            GateComparison comparison = bench.run(server, progress::add);

            assertThat(progress).containsExactly("1 connection", "2 connections");
            assertThat(comparison.results()).hasSize(2).allSatisfy(result -> {
                assertThat(result.direct().operations()).isPositive();
                assertThat(result.haProxy().operations()).isPositive();
                assertThat(result.gate().operations()).isPositive();
            });
            assertThat(comparison.table()).contains("wire gate", "HAProxy", "added latency");
        }
    }

    @Test
    void ratiosAreOfTheGateToHaProxy() {
        var result = new GateComparison.Result(1, ways(100_000, 0), ways(200_000, 4), ways(250_000, 6));

        assertThat(result.addedLatencyRatio(0.5)).isCloseTo(1.5, within(1e-9));
        assertThat(result.throughputRatio()).isCloseTo(0.8, within(1e-9));
        assertThat(result.processorRatio()).isCloseTo(1.5, within(1e-9));
    }

    /** Two operations of that latency, one after the other. */
    private static Measured ways(long nanos, int processorMillis) {
        return new Measured(new long[] {nanos, nanos}, Duration.ofNanos(2 * nanos), Duration.ofMillis(processorMillis));
    }
}
