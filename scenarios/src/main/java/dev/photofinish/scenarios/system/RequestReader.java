package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code request}, {@code headers}, {@code body} and {@code form}. */
final class RequestReader {

    private static final Pattern HOLE = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern NOT_IN_A_TARGET = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/?%\\[\\]\\x00]");

    private final Problems problems;

    RequestReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty if there is no request, which the schema has reported. */
    Optional<Request> read(YamlNode owner) {
        return owner.get("request").flatMap(node -> {
            int space = node.text().indexOf(' ');
            if (space < 0 || !(node instanceof YamlScalar scalar)) {
                return Optional.empty();
            }
            return Optional.of(new Request(
                    node.text().substring(0, space),
                    target(scalar, space + 1),
                    headers(owner),
                    body(owner),
                    node.at()));
        });
    }

    Map<String, Template> headers(YamlNode owner) {
        return owner.get("headers")
                .map(headers -> Template.mapOf(headers, problems))
                .orElse(Map.of());
    }

    private Template target(YamlScalar request, int start) {
        String target = request.text().substring(start);
        Matcher matcher = NOT_IN_A_TARGET.matcher(
                HOLE.matcher(target).replaceAll(hole -> "\0".repeat(hole.end() - hole.start())));
        if (matcher.find()) {
            problems.add(
                    request.at(start + matcher.start()),
                    "\"" + matcher.group() + "\" in the path",
                    "a path as it is sent, special characters percent-encoded");
        }
        int column = request.textColumn() == 0 ? 0 : request.textColumn() + start;
        YamlScalar rest = new YamlScalar(request.at(), request.withText(target).value(), column);
        return Template.of(rest, problems);
    }

    private Body body(YamlNode owner) {
        Optional<YamlNode> body = owner.get("body");
        Optional<YamlNode> form = owner.get("form");
        if (body.isPresent() && form.isPresent()) {
            Location where = owner instanceof YamlMap map ? map.keyAt("form") : owner.at();
            problems.add(where, "both \"body\" and \"form\"", "one of them");
        }
        return form.<Body>map(fields -> new Body.Form(Template.mapOf(fields, problems)))
                .or(() -> body.map(value -> new Body.Json(Template.of(value, problems))))
                .orElse(new Body.None());
    }
}
