package dev.photofinish.misty.http;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.auth.Tokens;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of endpoints. Each stands behind a {@link Gate}; the few open ones say so. Features add their routes to it,
 * then it becomes the web server's routing.
 */
public final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final String BEARER = "bearer ";
    private static final Answer NOT_FOUND = new Answer(404, Map.of("detail", "Not Found"));
    private static final Answer METHOD_NOT_ALLOWED = new Answer(405, Map.of("detail", "Method Not Allowed"));

    private final HttpRouting.Builder routing = HttpRouting.builder();
    private final Set<String> paths = new LinkedHashSet<>();
    private final Tokens tokens;
    private final String hazards;

    /** @param hazards names of the hazards that are on, for the response header that warns of them; empty for none */
    public Routes(Tokens tokens, String hazards) {
        this.tokens = tokens;
        this.hazards = hazards;
    }

    public Routes get(String path, Gate gate, Handler handler) {
        return add(Method.GET, path, Optional.of(gate), handler);
    }

    public Routes post(String path, Gate gate, Handler handler) {
        return add(Method.POST, path, Optional.of(gate), handler);
    }

    public Routes put(String path, Gate gate, Handler handler) {
        return add(Method.PUT, path, Optional.of(gate), handler);
    }

    public Routes delete(String path, Gate gate, Handler handler) {
        return add(Method.DELETE, path, Optional.of(gate), handler);
    }

    /** A route that needs no token. */
    public Routes openGet(String path, Handler handler) {
        return add(Method.GET, path, Optional.empty(), handler);
    }

    /** A route that needs no token. */
    public Routes openPost(String path, Handler handler) {
        return add(Method.POST, path, Optional.empty(), handler);
    }

    /** The web server's routing; to be asked for once, when all features have added theirs. */
    public HttpRouting.Builder routing() {
        paths.forEach(path -> routing.any(path, (request, response) -> send(response, METHOD_NOT_ALLOWED)));
        return routing.any((request, response) -> send(response, NOT_FOUND));
    }

    private Routes add(Method method, String path, Optional<Gate> gate, Handler handler) {
        paths.add(path);
        routing.route(method, path, (request, response) -> {
            byte[] body = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
            // Stamped once the request is complete, not when its headers are: contenders may hold back a last byte.
            long arrivedNanos = System.nanoTime();
            send(response, arrivedNanos, answer(request, body, gate, handler));
        });
        return this;
    }

    private Answer answer(ServerRequest request, byte[] body, Optional<Gate> gate, Handler handler) {
        try {
            Optional<Caller> caller = gate.map(needed -> admit(request, needed));
            return handler.handle(new Call(request, caller, body));
        } catch (Refusal refusal) {
            return refused(refusal);
        } catch (InvalidField invalid) {
            return refused(invalid.asRefusal());
        } catch (MongoTimeoutException | MongoSocketException | MongoConnectionPoolClearedException away) {
            LOG.error(
                    "{} {}: the database does not answer: {}",
                    request.prologue().method(),
                    request.path().path(),
                    away.getMessage());
            return new Answer(503, Map.of("detail", "The database does not answer"));
        } catch (RuntimeException failure) {
            LOG.error(
                    "{} {} failed", request.prologue().method(), request.path().path(), failure);
            return new Answer(500, Map.of("detail", "Internal Server Error"));
        }
    }

    private static Answer refused(Refusal refusal) {
        return new Answer(refusal.status(), Map.of("detail", refusal.detail()));
    }

    private Caller admit(ServerRequest request, Gate gate) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Refusal.unauthorized("Not authenticated");
        }
        Caller caller = tokens.readAccess(header.substring(BEARER.length()).strip())
                .orElseThrow(() -> Refusal.unauthorized("Could not validate credentials"));
        if (!gate.opensFor(caller.role())) {
            throw Refusal.forbidden("The role " + caller.role().id() + " may not do this");
        }
        return caller;
    }

    private void send(ServerResponse response, Answer answer) {
        send(response, System.nanoTime(), answer);
    }

    private void send(ServerResponse response, long arrivedNanos, Answer answer) {
        response.header("X-Arrived-Nanos", Long.toString(arrivedNanos));
        if (!hazards.isEmpty()) {
            response.header("X-Hazards", hazards);
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.status(answer.status()).send(Json.write(answer.body()));
    }
}
