package dev.photofinish.scenarios.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What one writes by hand: two threads, a barrier, and a warm {@code java.net.http} client each. */
record JdkHttpClients() implements Peer {

    @Override
    public String name() {
        return "java.net.http behind a barrier";
    }

    @Override
    public void race(URI receiver, int rounds) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Callable<Integer> contender = () -> contend(receiver, rounds, barrier);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> result : threads.invokeAll(List.of(contender, contender))) {
                result.get();
            }
        }
    }

    private static int contend(URI receiver, int rounds, CyclicBarrier barrier) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int round = 1; round <= rounds; round++) {
                HttpRequest request = HttpRequest.newBuilder(receiver.resolve("/" + round))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(BODY))
                        .build();
                barrier.await(10, TimeUnit.SECONDS);
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
            return rounds;
        }
    }
}
