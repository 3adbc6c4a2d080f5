package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlList;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * JSON of any shape with holes: {@code {{name}}}, {@code {{name.path.0}}}, {@code {{now}}}, {@code {{now - 1 day}}}. A text
 * that is exactly one hole becomes the value itself, whatever its type; inside a longer text a value is put in as text.
 */
public sealed interface Template permits FixedTemplate, HoleTemplate, TextTemplate, MapTemplate, ListTemplate {

    /** Reads a tree with holes in it; broken holes become problems. */
    static Template of(YamlNode node, Problems problems) {
        return switch (node) {
            case YamlScalar scalar ->
                scalar.isText() ? HoleParser.parse(scalar, problems) : new FixedTemplate(scalar.value());
            case YamlMap map -> new MapTemplate(mapOf(map, problems));
            case YamlList list ->
                new ListTemplate(
                        list.items().stream().map(item -> of(item, problems)).toList());
        };
    }

    /** A template for each entry of a map, in file order. */
    static Map<String, Template> mapOf(YamlNode map, Problems problems) {
        Map<String, Template> templates = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> templates.put(key, of(value, problems)));
        return Collections.unmodifiableMap(templates);
    }

    /** Every {@code {{name…}}} in it, in reading order; {@code {{now}}} needs nothing and is not among them. */
    List<Reference> references();

    /** @throws CannotRender if the scope lacks something */
    default JsonNode render(Scope scope) {
        return render(scope, Dates.AS_TEXT);
    }

    /**
     * For MongoDB: a {@code {{now}}} is a date there, {@code {"$date": "…"}}.
     *
     * @throws CannotRender if the scope lacks something
     */
    default JsonNode renderExtendedJson(Scope scope) {
        return render(scope, Dates.AS_EXTENDED_JSON);
    }

    /** @throws CannotRender if the scope lacks something */
    default String renderText(Scope scope) {
        return renderText(scope, UnaryOperator.identity());
    }

    /**
     * As one text.
     *
     * @param escape what every value goes through before it is put in, such as percent-encoding
     * @throws CannotRender if the scope lacks something, or a value is null
     */
    String renderText(Scope scope, UnaryOperator<String> escape);

    /** The names that a scope must have. */
    default Set<String> names() {
        Set<String> names = new TreeSet<>();
        references().forEach(reference -> names.add(reference.name()));
        return names;
    }

    JsonNode render(Scope scope, Dates dates);
}
