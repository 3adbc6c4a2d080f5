package dev.photofinish.scenarios.bench;

import dev.photofinish.scenarios.http.Connection;
import dev.photofinish.scenarios.http.Connections;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Finish;
import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.http.Shot;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.race.Rendezvous;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Ourselves, as a race does it: two contenders on virtual threads, a rendezvous, one releasing thread. */
record Photofinish(Release release) implements Peer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "photofinish " + release.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void race(URI receiver, int rounds) throws Exception {
        Endpoint endpoint = Endpoint.of(receiver, TlsTrust.system(), Timeouts.DEFAULT);
        try (Connections connections = Connections.to(endpoint);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Rendezvous<Shot> rendezvous = new Rendezvous<>(List.of("A", "B"), PATIENCE, connections::release);
            Callable<Integer> a = () -> contend("A", rounds, connections.connection(), rendezvous);
            Callable<Integer> b = () -> contend("B", rounds, connections.connection(), rendezvous);
            for (Future<Integer> contender : threads.invokeAll(List.of(a, b))) {
                contender.get();
            }
        }
    }

    private int contend(String name, int rounds, Connection connection, Rendezvous<Shot> rendezvous) throws Exception {
        try {
            for (int round = 1; round <= rounds; round++) {
                HttpCall call = new HttpCall(
                        "POST", "/" + round, List.of(new Header("Content-Type", "application/json")), BODY);
                Shot shot = connection.prepare(call, release);
                rendezvous.arrive(name, shot);
                if (shot.answer() instanceof Finish.Unanswered unanswered) {
                    throw new NoAnswerException(unanswered.reason());
                }
            }
            return rounds;
        } catch (Exception failure) {
            rendezvous.abort("Contender %s failed: %s".formatted(name, failure.getMessage()));
            throw failure;
        }
    }
}
