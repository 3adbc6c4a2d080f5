package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.template.Scope;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP request with holes in it.
 *
 * @param target path and query, relative to the system's address
 * @param headers of this request alone
 */
public record Request(String method, Template target, Map<String, Template> headers, Body body, Location at) {

    /** Every name it needs, where it needs it. */
    public List<Reference> references() {
        return Stream.of(
                        target.references().stream(),
                        headers.values().stream().flatMap(value -> value.references().stream()),
                        body.references().stream())
                .flatMap(references -> references)
                .toList();
    }

    /**
     * The request as it is sent, without what every request of the system carries.
     *
     * @throws CannotRender if the scope lacks a value
     */
    public HttpCall render(Scope scope) {
        List<Header> rendered = new ArrayList<>(renderHeaders(headers, scope));
        String content = switch (body) {
            case Body.None none -> "";
            case Body.Json json -> json.value().render(scope).toString();
            case Body.Form form -> encode(form, scope);
        };
        contentType()
                .filter(type ->
                        rendered.stream().noneMatch(header -> header.name().equalsIgnoreCase("Content-Type")))
                .forEach(type -> rendered.add(new Header("Content-Type", type)));
        return new HttpCall(method, target.renderText(scope, Request::encode), rendered, content);
    }

    /** Headers with their holes filled. */
    public static List<Header> renderHeaders(Map<String, Template> headers, Scope scope) {
        return headers.entrySet().stream()
                .map(header -> new Header(header.getKey(), oneLine(header.getKey(), header.getValue(), scope)))
                .toList();
    }

    private static String oneLine(String name, Template template, Scope scope) {
        String value = template.renderText(scope);
        if (value.chars().anyMatch(character -> character < ' ')) {
            Location where = template.references().stream()
                    .map(Reference::at)
                    .findFirst()
                    .orElse(Location.ofFile("the header " + name));
            throw new CannotRender(where, "the header " + name + " would be more than one line: " + value);
        }
        return value;
    }

    private Stream<String> contentType() {
        return switch (body) {
            case Body.None none -> Stream.empty();
            case Body.Json json -> Stream.of("application/json");
            case Body.Form form -> Stream.of("application/x-www-form-urlencoded");
        };
    }

    private static String encode(Body.Form form, Scope scope) {
        return form.fields().entrySet().stream()
                .map(field ->
                        encode(field.getKey()) + "=" + encode(field.getValue().renderText(scope)))
                .collect(Collectors.joining("&"));
    }

    /** Percent-encoding that is right in a path, a query and a form alike. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
