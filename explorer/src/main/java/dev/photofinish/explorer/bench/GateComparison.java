package dev.photofinish.explorer.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a {@link GateBench} measured. */
public record GateComparison(List<Result> results) {

    public GateComparison {
        results = List.copyOf(results);
    }

    /**
     * With one number of connections.
     *
     * @param direct from client to server, with nobody between
     */
    record Result(int connections, Measured direct, Measured haProxy, Measured gate) {

        double throughputRatio() {
            return gate.perSecond() / haProxy.perSecond();
        }

        double addedLatencyRatio(double share) {
            return added(gate, share) / added(haProxy, share);
        }

        private double added(Measured way, double share) {
            return way.percentileMicros(share) - direct.percentileMicros(share);
        }

        double processorRatio() {
            return gate.processorMicrosPerOperation() / haProxy.processorMicrosPerOperation();
        }

        private List<String> lines() {
            return List.of(
                    line("direct", direct),
                    line("HAProxy", haProxy),
                    line("wire gate", gate),
                    String.format(
                            Locale.ROOT,
                            "%15s gate / HAProxy: throughput %.2f, added latency p50 %.2f, p99 %.2f, processor time %.2f",
                            "",
                            throughputRatio(),
                            addedLatencyRatio(0.5),
                            addedLatencyRatio(0.99),
                            processorRatio()));
        }

        private String line(String name, Measured way) {
            return String.format(
                    Locale.ROOT,
                    "%-11d %-11s %10.0f %10.1f %10.1f %12.1f",
                    connections,
                    name,
                    way.perSecond(),
                    way.percentileMicros(0.5),
                    way.percentileMicros(0.99),
                    way.processorMicrosPerOperation());
        }
    }

    /** A line for each way and number of connections, and below them the ratios that count. */
    public String table() {
        String head = String.format(
                Locale.ROOT,
                "%-11s %-11s %10s %10s %10s %12s",
                "connections",
                "way",
                "ops/s",
                "p50 µs",
                "p99 µs",
                "CPU µs/op");
        return head + "\n"
                + results.stream().flatMap(result -> result.lines().stream()).collect(Collectors.joining("\n"));
    }
}
