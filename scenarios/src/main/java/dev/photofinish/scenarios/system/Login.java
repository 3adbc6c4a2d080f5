package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.template.Scope;
import dev.photofinish.scenarios.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a user signs in. Its requests are sent in order, with {@code user} in the scope and what each keeps added to it;
 * cookies stay in the user's own jar. From then on every request of that user carries {@link #headers}.
 */
public sealed interface Login {

    /** What is sent before anything else; none for some. */
    List<LoginRequest> requests();

    /**
     * What every later request of the user carries.
     *
     * @param session has {@code user} and what the login kept
     * @throws CannotRender if the session lacks a value
     */
    List<Header> headers(Scope session);

    /** The names that it needs, where it needs them. */
    List<Reference> references();

    /** The names that it keeps for later requests. */
    default Set<String> kept() {
        Set<String> names = new TreeSet<>();
        requests().forEach(request -> names.addAll(request.keep().keySet()));
        return names;
    }

    /** The application asks nobody who they are. */
    record None() implements Login {
        @Override
        public List<LoginRequest> requests() {
            return List.of();
        }

        @Override
        public List<Header> headers(Scope session) {
            return List.of();
        }

        @Override
        public List<Reference> references() {
            return List.of();
        }
    }

    /** HTTP basic authentication (RFC 7617), in UTF-8. */
    record Basic(Template username, Template password) implements Login {
        @Override
        public List<LoginRequest> requests() {
            return List.of();
        }

        @Override
        public List<Header> headers(Scope session) {
            String pair = username.renderText(session) + ":" + password.renderText(session);
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return List.of(new Header("Authorization", "Basic " + encoded));
        }

        @Override
        public List<Reference> references() {
            return Stream.concat(username.references().stream(), password.references().stream())
                    .toList();
        }
    }

    /** Headers that need no request, such as an API key. */
    record Fixed(Map<String, Template> sent) implements Login {
        @Override
        public List<LoginRequest> requests() {
            return List.of();
        }

        @Override
        public List<Header> headers(Scope session) {
            return Request.renderHeaders(sent, session);
        }

        @Override
        public List<Reference> references() {
            return ofAll(sent);
        }
    }

    /**
     * One request or several, whose answers give a session cookie, a token or both.
     *
     * @param send the headers of later requests; none where a cookie is all
     */
    record ByRequest(List<LoginRequest> requests, Map<String, Template> send) implements Login {
        @Override
        public List<Header> headers(Scope session) {
            return Request.renderHeaders(send, session);
        }

        @Override
        public List<Reference> references() {
            return Stream.concat(
                            requests.stream().flatMap(login -> login.request().references().stream()),
                            ofAll(send).stream())
                    .toList();
        }
    }

    private static List<Reference> ofAll(Map<String, Template> headers) {
        return headers.values().stream()
                .flatMap(value -> value.references().stream())
                .toList();
    }
}
