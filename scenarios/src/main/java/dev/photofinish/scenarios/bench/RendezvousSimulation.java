package dev.photofinish.scenarios.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.List;
import java.util.stream.IntStream;

/** Two users who meet before every request; started by {@link GatlingRendezvous} in a JVM of its own. */
public final class RendezvousSimulation extends Simulation {

    static final String RECEIVER = "photofinish.bench.receiver";
    static final String ROUNDS = "photofinish.bench.rounds";

    private static final int USERS = 2;

    public RendezvousSimulation() {
        List<ChainBuilder> rounds = IntStream.rangeClosed(1, Integer.getInteger(ROUNDS))
                .mapToObj(RendezvousSimulation::round)
                .toList();
        setUp(scenario("rendezvous").exec(exec(rounds)).injectOpen(atOnceUsers(USERS)))
                .protocols(http.baseUrl(System.getProperty(RECEIVER)).disableWarmUp());
    }

    private static ChainBuilder round(int round) {
        return exec(
                rendezVous(USERS),
                http("round")
                        .post("/" + round)
                        .header("Content-Type", "application/json")
                        .body(StringBody(Peer.BODY)));
    }
}
