package dev.photofinish.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.reports.Spread;
import dev.photofinish.scenarios.bench.ArrivalComparison.Measured;
import dev.photofinish.scenarios.http.Release;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(180)
class ArrivalBenchTest {

    static Stream<Peer> peers() {
        return Stream.of(
                new Photofinish(Release.PLAIN),
                new Photofinish(Release.LAST_BYTE),
                new JdkHttpClients(),
                new GatlingRendezvous());
    }

    @ParameterizedTest
    @MethodSource("peers")
    void everyPeerSendsBothRequestsOfEveryRound(Peer peer) throws Exception {
        ArrivalBench bench = new ArrivalBench(3, 10);
        List<String> progress = new ArrayList<>();

        Measured measured = bench.measure(peer, progress::add);

        assertThat(progress).containsExactly(peer.name());
        assertThat(measured.arrived().seenAt()).isEqualTo(Spread.SeenAt.SERVER);
        assertThat(measured.arrived().rounds()).isEqualTo(10);
        assertThat(measured.arrived().p50Micros()).isPositive();
    }

    @Test
    void refusesToMeasureAPeerThatLeavesOneOut() {
        Peer lonely = new Peer() {
            @Override
            public String name() {
                return "one of two";
            }

            @Override
            public void race(URI receiver, int rounds, Consumer<Stamp> released) throws Exception {
                try (HttpClient client = HttpClient.newHttpClient()) {
                    for (int round = 1; round <= rounds; round++) {
                        client.send(
                                HttpRequest.newBuilder(receiver.resolve("/" + round))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
                    }
                }
            }
        };

        assertThatThrownBy(() -> new ArrivalBench(0, 2).measure(lonely, name -> {}))
                .hasMessage("one of two sent 1 requests in round 1, not 2.");
    }

    @Test
    void comparesTheBestOfOursWithEachPeer() {
        Measured gatling = measured("Gatling", 100, 2_000);
        ArrivalComparison comparison = new ArrivalComparison(
                List.of(measured("plain", 3, 50), measured("last-byte", 4, 20)), List.of(gatling));

        assertThat(comparison.best().name()).isEqualTo("last-byte");
        assertThat(comparison.timesTighterAtMedian(gatling)).isEqualTo(25);
        assertThat(comparison.timesTighterAtP99(gatling)).isEqualTo(100);
        assertThat(comparison.table().lines())
                .contains("last-byte is 25.0 times tighter than Gatling at the median, 100.0 times at p99");
    }

    @Test
    void countsOurOwnClockAgainstUsWhereTheServerCannotTellApart() {
        Spread atServer = new Spread(Spread.SeenAt.SERVER, 100, 2, 3, 20);
        Spread byOwnClock = new Spread(Spread.SeenAt.RELEASE, 100, 5, 6, 10);
        Measured gatling = measured("Gatling", 100, 2_000);
        ArrivalComparison comparison = new ArrivalComparison(
                List.of(new Measured("plain", "a test", atServer, Optional.of(byOwnClock))), List.of(gatling));

        assertThat(comparison.timesTighterAtMedian(gatling)).isEqualTo(20);
        assertThat(comparison.timesTighterAtP99(gatling)).isEqualTo(100);
    }

    private static Measured measured(String name, double p50Micros, double p99Micros) {
        return new Measured(
                name,
                "a test",
                new Spread(Spread.SeenAt.SERVER, 100, p50Micros, p50Micros, p99Micros),
                Optional.empty());
    }
}
