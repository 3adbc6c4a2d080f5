package dev.photofinish.misty.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.misty.auth.Caller;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request to a handler: who calls, the path's and the query's parameters, the body. */
public final class Call {

    private static final Pattern ENTITY_TAG = Pattern.compile("\"?(\\d{1,18})\"?");

    private final ServerRequest request;
    private final Optional<Caller> caller;
    private final byte[] body;

    Call(ServerRequest request, Optional<Caller> caller, byte[] body) {
        this.request = request;
        this.caller = caller;
        this.body = body;
    }

    /** The user; there is one on every route but the open ones. */
    public Caller caller() {
        return caller.orElseThrow(() -> Refusal.unauthorized("Not authenticated"));
    }

    /** A parameter of the route's path. */
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    public Optional<String> query(String name) {
        return request.query().first(name).asOptional();
    }

    /** @throws Refusal 422 if it is missing */
    public String requiredQuery(String name) {
        return query(name)
                .orElseThrow(() -> Refusal.invalid(new FieldProblem("query", name, "is required and missing")));
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /**
     * The version that the caller saw and now changes: the header {@code If-Match} (RFC 9110, 13.1.1; the bare number is
     * understood too) or the body's field {@code version}.
     *
     * @throws Refusal 422 if the header is no version, or the two differ
     */
    public Optional<Long> seenVersion(Optional<Long> inBody) {
        Optional<Long> inHeader = header("If-Match").map(Call::version);
        if (inHeader.isPresent() && inBody.isPresent() && !inHeader.equals(inBody)) {
            throw Refusal.invalid(new FieldProblem(
                    "body", "version", "is " + inBody.get() + ", but the header If-Match says " + inHeader.get()));
        }
        return inHeader.or(() -> inBody);
    }

    private static long version(String entityTag) {
        Matcher tag = ENTITY_TAG.matcher(entityTag.strip());
        if (!tag.matches()) {
            throw Refusal.invalid(new FieldProblem(
                    "header", "If-Match", "must be the version as a number, such as 3 or \"3\", was " + entityTag));
        }
        return Long.parseLong(tag.group(1));
    }

    /**
     * The body as a record. Optional components may be missing; all others are required.
     *
     * @throws Refusal 422 naming the field that is missing, unknown, of the wrong type or out of range
     */
    public <T> T body(Class<T> type) {
        return Json.read(body, type);
    }

    /** The body as a free-form object, for the few endpoints that take one. */
    public ObjectNode bodyObject() {
        return Json.read(body, ObjectNode.class);
    }
}
