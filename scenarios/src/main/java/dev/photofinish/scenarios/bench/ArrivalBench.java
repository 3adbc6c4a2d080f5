package dev.photofinish.scenarios.bench;

import dev.photofinish.reports.Spread;
import dev.photofinish.scenarios.bench.ArrivalComparison.Measured;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.race.SpreadMeter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Measures in one run how far apart two contenders' requests arrive at a server on loopback: ours, and those of whom one
 * would use otherwise.
 *
 * @param warmUpRounds rounds of each before those that count
 * @param rounds rounds of each that count
 */
public record ArrivalBench(int warmUpRounds, int rounds) {

    public static final ArrivalBench DEFAULT = new ArrivalBench(200, 500);

    private static final int CONTENDERS = 2;

    /**
     * Runs all peers, one after the other.
     *
     * @param progress told the name of each before it starts
     * @throws Exception when one of them cannot run; its message says why
     */
    public ArrivalComparison run(Consumer<String> progress) throws Exception {
        return new ArrivalComparison(
                List.of(
                        measure(new Photofinish(Release.PLAIN), progress),
                        measure(new Photofinish(Release.LAST_BYTE), progress)),
                List.of(measure(new JdkHttpClients(), progress), measure(new GatlingRendezvous(), progress)));
    }

    Measured measure(Peer peer, Consumer<String> progress) throws Exception {
        progress.accept(peer.name());
        try (Receiver receiver = Receiver.start()) {
            // what others left behind is not this one's pause
            System.gc();
            Queue<Stamp> released = new ConcurrentLinkedQueue<>();
            peer.race(receiver.address(), warmUpRounds + rounds, released::add);
            return new Measured(
                    peer.name(),
                    receiver.stampedBy(),
                    spread(peer, receiver.arrivals(), Spread.SeenAt.SERVER),
                    released.isEmpty() ? Optional.empty() : Optional.of(spread(peer, released, Spread.SeenAt.RELEASE)));
        }
    }

    private Spread spread(Peer peer, Collection<Stamp> stamps, Spread.SeenAt seenAt) {
        Map<Integer, List<Long>> byRound = stamps.stream()
                .collect(Collectors.groupingBy(
                        stamp -> Integer.parseInt(stamp.target().substring(1)),
                        Collectors.mapping(Stamp::nanos, Collectors.toList())));
        SpreadMeter meter = new SpreadMeter(seenAt);
        for (int round = warmUpRounds + 1; round <= warmUpRounds + rounds; round++) {
            List<Long> times = byRound.getOrDefault(round, List.of());
            if (times.size() != CONTENDERS) {
                throw new IllegalStateException("%s sent %d requests in round %d, not %d."
                        .formatted(peer.name(), times.size(), round, CONTENDERS));
            }
            meter.round(times);
        }
        return meter.spread().orElseThrow();
    }
}
