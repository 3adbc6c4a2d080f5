package dev.photofinish.scenarios.bench;

import dev.photofinish.reports.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@link ArrivalBench} measured: our ways of releasing, and the peers they are compared with. */
public record ArrivalComparison(List<Measured> ours, List<Measured> peers) {

    /**
     * How far apart one peer's pairs of requests were.
     *
     * @param stampedBy who looked at the clock when they arrived
     * @param arrived as seen there
     * @param released as the peer's own clock saw it, if it told; ours does, since it would profit from a receiver that wakes
     *     too late to tell two requests apart
     */
    public record Measured(String name, String stampedBy, Spread arrived, Optional<Spread> released) {

        /** The wider of what the server and the peer saw. */
        double p50Micros() {
            return Math.max(arrived.p50Micros(), released.map(Spread::p50Micros).orElse(0.0));
        }

        /** The wider of what the server and the peer saw. */
        double p99Micros() {
            return Math.max(arrived.p99Micros(), released.map(Spread::p99Micros).orElse(0.0));
        }
    }

    /** The tighter of our ways, by its 99th percentile: the one to recommend. */
    public Measured best() {
        return ours.stream()
                .min(Comparator.comparingDouble(Measured::p99Micros))
                .orElseThrow();
    }

    /** How many times tighter than that peer the best of ours is at the median. */
    public double timesTighterAtMedian(Measured peer) {
        return peer.p50Micros() / best().p50Micros();
    }

    /** How many times tighter than that peer the best of ours is at the 99th percentile. */
    public double timesTighterAtP99(Measured peer) {
        return peer.p99Micros() / best().p99Micros();
    }

    /** All as a table with a line each, and below it what the best of ours is worth against each peer. */
    public String table() {
        Stream<String> spreads = Stream.concat(ours.stream(), peers.stream()).flatMap(ArrivalComparison::rows);
        Stream<String> ratios = peers.stream().map(this::ratio);
        return Stream.of(
                        Stream.of(line("arrival spread of 2 contenders, µs", "p50", "p90", "p99", "rounds")),
                        spreads,
                        Stream.of("arrivals stamped by " + best().stampedBy(), ""),
                        ratios)
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String ratio(Measured peer) {
        return String.format(
                Locale.ROOT,
                "%s is %.1f times tighter than %s at the median, %.1f times at p99",
                best().name(),
                timesTighterAtMedian(peer),
                peer.name(),
                timesTighterAtP99(peer));
    }

    private static Stream<String> rows(Measured measured) {
        return Stream.concat(
                Stream.of(row(measured.name(), measured.arrived())),
                measured.released().map(released -> row("  by its own clock", released)).stream());
    }

    private static String row(String name, Spread spread) {
        return line(
                name,
                micros(spread.p50Micros()),
                micros(spread.p90Micros()),
                micros(spread.p99Micros()),
                Integer.toString(spread.rounds()));
    }

    private static String micros(double micros) {
        return String.format(Locale.ROOT, "%.1f", micros);
    }

    private static String line(String name, String p50, String p90, String p99, String rounds) {
        return String.format(Locale.ROOT, "%-36s%10s%10s%10s%8s", name, p50, p90, p99, rounds);
    }
}
