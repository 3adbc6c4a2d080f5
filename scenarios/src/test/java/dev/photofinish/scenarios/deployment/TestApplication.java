package dev.photofinish.scenarios.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small application on loopback, put together by a test page by page; what has no page is 404. */
public final class TestApplication implements AutoCloseable {

    /** What one request is answered with; called on many threads at once. */
    @FunctionalInterface
    public interface Page {
        Answer answer(Request request) throws Exception;
    }

    /** @param target path and query */
    public record Request(String method, String target, Map<String, List<String>> headers, String body) {

        /** The first header of that name, whatever its case; empty text if there is none. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(", ", header.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    public record Answer(int status, Map<String, String> headers, String body) {

        public static Answer json(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json"), body);
        }

        public static Answer status(int status) {
            return new Answer(status, Map.of(), "");
        }

        public static Answer redirect(String location) {
            return new Answer(302, Map.of("Location", location), "");
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new ConcurrentHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    private TestApplication(HttpServer server) {
        this.server = server;
    }

    public static TestApplication start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TestApplication application = new TestApplication(server);
        server.setExecutor(application.threads);
        server.createContext("/", application::serve);
        server.start();
        return application;
    }

    /** @param request method and path: {@code POST /login} */
    public TestApplication on(String request, Page page) {
        pages.put(request, page);
        return this;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Everything that was asked so far with this method and path. */
    public List<Request> requests(String methodAndPath) {
        return requests.stream()
                .filter(request -> methodAndPath(request).equals(methodAndPath))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Answer answer = answer(request);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(Request request) {
        try {
            return Optional.ofNullable(pages.get(methodAndPath(request)))
                    .orElse(any -> Answer.status(404))
                    .answer(request);
        } catch (Exception broken) {
            return new Answer(500, Map.of(), String.valueOf(broken.getMessage()));
        }
    }

    private static String methodAndPath(Request request) {
        return request.method() + " " + request.target().replaceFirst("\\?.*", "");
    }
}
