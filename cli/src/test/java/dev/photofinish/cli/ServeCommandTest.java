package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServeCommandTest {

    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private Thread serving = new Thread();

    @AfterEach
    void stop() throws InterruptedException {
        serving.interrupt();
        serving.join();
    }

    @Test
    void answersUntilItIsInterrupted() throws Exception {
        URI url = serve("--port", "0");

        assertThat(get(url.resolve("/api/health")).statusCode()).isEqualTo(200);
        serving.interrupt();

        assertThat(exitCode.get(20, TimeUnit.SECONDS)).isZero();
        Assertions.assertThatThrownBy(() -> get(url.resolve("/api/health"))).isInstanceOf(ConnectException.class);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void hazardsAreWarnedOfAndInEveryAnswer() throws Exception {
        URI url = serve("--port", "0", "--hazard", "order-edit,invoice");

        assertThat(err.toString()).contains("wrong on purpose");
        assertThat(get(url.resolve("/api/health")).headers().map().toString()).contains("order-edit,invoice");
    }

    /** Its address, once it says that it answers there. */
    private URI serve(String... options) throws IOException {
        String[] args = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("serve"), java.util.Arrays.stream(options))
                .toArray(String[]::new);
        PipedReader printed = new PipedReader(4096);
        PrintWriter out = new PrintWriter(new PipedWriter(printed), true);
        serving = Thread.ofPlatform()
                .start(() ->
                        exitCode.complete(Photofinish.run(CommandRun.terminal(out, new PrintWriter(err, true)), args)));
        BufferedReader lines = new BufferedReader(printed);
        URI url = URI.create(lines.readLine().replace("Misty answers at ", ""));
        while (!lines.readLine().contains("Ctrl-C stops it")) {
            // it has not said everything yet
        }
        return url;
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
