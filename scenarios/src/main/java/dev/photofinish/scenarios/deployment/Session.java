package dev.photofinish.scenarios.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.http.Connection;
import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.system.Keep;
import dev.photofinish.scenarios.system.LoginRequest;
import dev.photofinish.scenarios.system.MissingInAnswer;
import dev.photofinish.scenarios.system.Operation;
import dev.photofinish.scenarios.system.Request;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.system.User;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import dev.photofinish.scenarios.template.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signed-in user on a connection of its own. Cookies and whatever the sign-in kept are those of the user's {@link Browser},
 * which several sessions may share. For one thread at a time.
 */
public final class Session implements AutoCloseable {

    private static final Pattern SIGNING = Pattern.compile("(?i)auth|token|key|secret|session|sid|[cx]srf|cookie");

    private final SystemFile system;
    private final Browser browser;
    private final Connection connection;

    /** One more of a user who has signed in with that browser. */
    Session(SystemFile system, Browser browser, Connection connection) {
        this.system = system;
        this.browser = browser;
        this.connection = connection;
    }

    /** @throws CannotSignIn if the deployment answers something else than what means the user may go on */
    static Session signIn(SystemFile system, Browser browser, Connection connection) throws NoAnswerException {
        Session session = new Session(system, browser, connection);
        for (LoginRequest request : system.login().requests()) {
            session.send(request);
        }
        browser.isSignedIn();
        return session;
    }

    public User user() {
        return browser.user();
    }

    public Connection connection() {
        return connection;
    }

    /**
     * The request that carries out the operation now.
     *
     * @param with the step's arguments, which may use the scope and {@code user}
     * @throws CannotRender if the scope lacks something
     */
    public HttpCall call(Operation operation, Map<String, Template> with, Scope scope) {
        Scope mine = scope.withAll(browser.own());
        Scope bound = operation.bind(mine, arguments(with, scope));
        return dressed(operation.request().render(bound), mine);
    }

    /**
     * A step's arguments as values.
     *
     * @throws CannotRender if one asks for something the scope does not have
     */
    public Map<String, JsonNode> arguments(Map<String, Template> with, Scope scope) {
        Scope mine = scope.withAll(browser.own());
        Map<String, JsonNode> arguments = new LinkedHashMap<>();
        with.forEach((name, template) -> arguments.put(name, template.render(mine)));
        return arguments;
    }

    /**
     * What the answer means, and what is kept of it; cookies go into the jar. An accepted answer without a value that is to
     * be kept has failed: whatever comes next could not be believed.
     *
     * @param target the request's, since cookies belong to paths
     */
    public Reply reply(Operation operation, Map<String, Keep> keep, String target, HttpAnswer answer) {
        browser.cookies().keep(target, answer);
        Outcome outcome = operation.answers().outcome(answer);
        if (outcome != Outcome.ACCEPTED) {
            return new Reply(outcome, answer, Map.of(), Optional.empty());
        }
        try {
            return new Reply(outcome, answer, kept(keep, answer), Optional.empty());
        } catch (MissingInAnswer missing) {
            return new Reply(Outcome.FAILED, answer, Map.of(), Optional.ofNullable(missing.getMessage()));
        }
    }

    /**
     * Carries out the operation and waits for its answer.
     *
     * @throws NoAnswerException if there is none
     * @throws CannotRender if the scope lacks something
     */
    public Reply perform(Operation operation, Map<String, Template> with, Map<String, Keep> keep, Scope scope)
            throws NoAnswerException {
        HttpCall call = call(operation, with, scope);
        return reply(operation, keep, call.target(), connection.send(call));
    }

    private Map<String, JsonNode> kept(Map<String, Keep> keep, HttpAnswer answer) throws MissingInAnswer {
        Map<String, JsonNode> kept = Keep.all(keep, answer);
        keep.forEach((name, from) -> Optional.ofNullable(kept.get(name))
                .ifPresent(value -> from.learn(name, value.asText(), browser.secrets())));
        return kept;
    }

    @Override
    public void close() {
        connection.close();
    }

    private void send(LoginRequest login) throws NoAnswerException {
        Scope scope = Scope.at(Instant.now()).withAll(browser.own());
        HttpCall call = adding(login.request().render(scope), Request.renderHeaders(system.headers(), scope));
        HttpAnswer answer = connection.send(withCookies(call));
        browser.cookies().keep(call.target(), answer);
        if (login.accepted().stream().noneMatch(pattern -> pattern.fits(answer))) {
            throw new CannotSignIn(refusal(call, answer));
        }
        try {
            browser.keep(kept(login.keep(), answer));
        } catch (MissingInAnswer missing) {
            throw new CannotSignIn("Signing in as " + user() + " with " + call.method() + " " + call.target() + ": "
                    + missing.getMessage() + ". Is this the kind of deployment that the system file describes?");
        }
    }

    private String refusal(HttpCall call, HttpAnswer answer) {
        return "Signing in as " + user() + " was answered with status " + answer.status() + " to " + call.method() + " "
                + call.target() + ". Are name and password in the system file (or its environment variables) right for "
                + "this deployment?";
    }

    private HttpCall dressed(HttpCall call, Scope scope) {
        HttpCall signedIn = adding(call, learnt(system.login().headers(scope)));
        return withCookies(adding(signedIn, learnt(Request.renderHeaders(system.headers(), scope))));
    }

    /** What signs a request in is a secret, whoever has made it. */
    private List<Header> learnt(List<Header> headers) {
        headers.stream()
                .filter(header -> SIGNING.matcher(header.name()).find())
                .map(header -> header.value().replaceFirst("^(?:Bearer|Basic|Token) +", ""))
                .forEach(browser.secrets()::learnToken);
        return headers;
    }

    private HttpCall withCookies(HttpCall call) {
        return adding(call, browser.cookies().headersFor(call.target()));
    }

    /** A header that the call has already goes before another of that name. */
    private static HttpCall adding(HttpCall call, List<Header> more) {
        List<Header> headers = new ArrayList<>(call.headers());
        more.stream()
                .filter(header ->
                        call.headers().stream().noneMatch(there -> there.name().equalsIgnoreCase(header.name())))
                .forEach(headers::add);
        return new HttpCall(call.method(), call.target(), headers, call.body());
    }
}
