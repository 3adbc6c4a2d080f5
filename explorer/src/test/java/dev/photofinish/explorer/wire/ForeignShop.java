package dev.photofinish.explorer.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** An application in another language, in a process of its own, which ends with this one. */
final class ForeignShop implements Storeroom, AutoCloseable {

    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

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
        return post(contender, "/take");
    }

    @Override
    public Callable<?> takeSafely(String contender) {
        return post(contender, "/take-safely");
    }

    @Override
    public Callable<?> takeInTransaction(String contender) {
        return post(contender, "/take-in-transaction");
    }

    @Override
    public Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    private Callable<?> post(String contender, String path) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path + "?quantity=80"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return () -> {
            var response = http.send(request, BodyHandlers.ofString());
            return answers.put(
                    contender,
                    switch (response.statusCode()) {
                        case 200 -> "granted";
                        case 409 -> "refused";
                        default -> throw new IOException(response.statusCode() + " " + response.body());
                    });
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
