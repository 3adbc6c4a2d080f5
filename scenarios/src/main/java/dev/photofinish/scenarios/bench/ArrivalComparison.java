package dev.photofinish.scenarios.bench;

import dev.photofinish.reports.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@link ArrivalBench} measured: our ways of releasing, and the peers they are compared with. */
public record ArrivalComparison(List<Measured> ours, List<Measured> peers) {

    /** The spread of one peer's pairs of requests, as the server saw it. */
    public record Measured(String name, Spread spread) {}

    /** Our tighter way, by its median. */
    public Measured best() {
        return ours.stream()
                .min(Comparator.comparingDouble(measured -> measured.spread().p50Micros()))
                .orElseThrow();
    }

    /** How many times tighter than that peer the best of ours is at the median. */
    public double timesTighterAtMedian(Measured peer) {
        return peer.spread().p50Micros() / best().spread().p50Micros();
    }

    /** How many times tighter than that peer the best of ours is at the 99th percentile. */
    public double timesTighterAtP99(Measured peer) {
        return peer.spread().p99Micros() / best().spread().p99Micros();
    }

    /** All as a table with a line each, and below it what the best of ours is worth against each peer. */
    public String table() {
        Stream<String> spreads = Stream.concat(ours.stream(), peers.stream()).map(ArrivalComparison::row);
        Stream<String> ratios = peers.stream().map(this::ratio);
        return Stream.of(
                        Stream.of(line("arrival spread of 2 contenders, µs", "p50", "p90", "p99", "rounds")),
                        spreads,
                        Stream.of(""),
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

    private static String row(Measured measured) {
        Spread spread = measured.spread();
        return line(
                measured.name(),
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
