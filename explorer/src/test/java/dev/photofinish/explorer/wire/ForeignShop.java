package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.oracle.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** An application in another language, in a process of its own, which ends with this one. */
final class ForeignShop implements Storeroom, AutoCloseable {

    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final SortedMap<String, Told> told = new ConcurrentSkipListMap<>();

    private ForeignShop(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param database the address that the application is given, and the name of its database there */
    static ForeignShop open(Language language, String connectionString, String database) throws IOException {
        Process process = language.start(Language.SHOP, connectionString, database);
        String port = process.inputReader().readLine();
        if (port == null) {
            process.destroyForcibly();
            throw new IOException("The shop in " + language + " does not start; it said why on the error output.");
        }
        return new ForeignShop(process, URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public Callable<?> take(String contender) {
        return post(contender, "/take?quantity=80");
    }

    @Override
    public Callable<?> takeSafely(String contender) {
        return post(contender, "/take-safely?quantity=80");
    }

    @Override
    public Callable<?> takeInTransaction(String contender) {
        return post(contender, "/take-in-transaction?quantity=80");
    }

    /** Only in {@link Language#PYTHON}: whoever leaves less than it took is answered, computes for a while, and notes that down. */
    Callable<?> takeAndReport(String contender) {
        return post(contender, "/take-and-report?quantity=40");
    }

    /** Only in {@link Language#ASYNC_PYTHON}. */
    Callable<?> invoice(String contender, String order) {
        return post(contender, "/invoices?order=" + order);
    }

    @Override
    public Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        told.forEach((contender, answer) ->
                answers.put(contender, answer.outcome() == Told.Outcome.ACCEPTED ? "granted" : "refused"));
        return answers;
    }

    /** What everybody was told last. */
    Map<String, Told> told() {
        return new TreeMap<>(told);
    }

    private Callable<?> post(String contender, String request) {
        HttpRequest post = HttpRequest.newBuilder(address.resolve(request))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return () -> {
            var response = http.send(post, BodyHandlers.ofString());
            Told.Outcome outcome = switch (response.statusCode()) {
                case 200 -> Told.Outcome.ACCEPTED;
                case 409 -> Told.Outcome.REFUSED;
                default -> throw new IOException(response.statusCode() + " " + response.body());
            };
            return told.put(contender, Told.of(outcome, List.of(response.body())));
        };
    }

    /** @throws IOException if it does not end by itself when its input does */
    @Override
    public void close() throws IOException {
        http.shutdownNow();
        process.getOutputStream().close();
        boolean ended = process.onExit()
                .thenApply(process -> true)
                .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly();
            throw new IOException("The shop does not end when its input does.");
        }
    }
}
