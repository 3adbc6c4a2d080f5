package dev.photofinish.misty.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.misty.auth.Caller;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** One request to a handler: who calls, the path's and the query's parameters, the body. */
public final class Call {

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
