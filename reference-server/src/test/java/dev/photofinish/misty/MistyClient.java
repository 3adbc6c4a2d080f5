package dev.photofinish.misty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

/** A signed-in user of the API, for tests: bodies are JSON texts in which {@code '} stands for {@code "}. */
public final class MistyClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final Optional<String> token;

    private MistyClient(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    /** Somebody without a token. */
    public static MistyClient anonymous(URI base) {
        return new MistyClient(base, Optional.empty());
    }

    /** One of the seeded users. */
    public static MistyClient signedIn(URI base, String username) {
        String password = username.equals("admin") ? "admin" : "photofinish";
        Reply reply = anonymous(base)
                .post("/api/auth/login", "{'username': '" + username + "', 'password': '" + password + "'}");
        return new MistyClient(
                base, Optional.of(reply.body().at("/access_token").asText()));
    }

    public Reply get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Reply post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    public Reply put(String path, String body) {
        return send("PUT", path, body, Map.of());
    }

    public Reply delete(String path) {
        return send("DELETE", path, "", Map.of());
    }

    public Reply send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Reply(int status, JsonNode body, HttpResponse<String> response) {

        /** A value of the body as text, by JSON pointer. */
        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }
}
