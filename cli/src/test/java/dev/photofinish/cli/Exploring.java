package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code photofinish explore} under way, its gate open, and waiting for an application that has not been started yet.
 *
 * @param port where it expects the application
 */
record Exploring(int gate, int port, CompletableFuture<CommandRun> run) {

    /** @param mongo that the gate stands before */
    static Exploring begin(String scenario, String mongo, String... more) throws IOException {
        int gate = freePort();
        int port = freePort();
        Stream<String> own = Stream.of(
                "explore",
                scenario,
                "--url",
                "http://127.0.0.1:" + port,
                "--mongo",
                mongo,
                "--listen",
                "127.0.0.1:" + gate);
        String[] args = Stream.concat(own, List.of(more).stream()).toArray(String[]::new);
        CompletableFuture<CommandRun> run = CompletableFuture.supplyAsync(() -> CommandRun.of(args));
        awaitListening(gate, run);
        return new Exploring(gate, port, run);
    }

    /** What the application is to be given as its MongoDB. */
    String mongo() {
        return "mongodb://127.0.0.1:" + gate;
    }

    CommandRun end() throws Exception {
        return run.get(60, TimeUnit.SECONDS);
    }

    /** Of which nobody answers: it was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void awaitListening(int port, CompletableFuture<CommandRun> run) throws IOException {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < end; ) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (ConnectException notYet) {
                if (run.isDone()) {
                    throw new AssertionError("It ended before its gate was open: " + run.join());
                }
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("The gate did not open on port " + port + ".");
    }
}
