package dev.photofinish.scenarios.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One place where a file does not fit its schema, put into words.
 *
 * @param schema the part of the schema that it does not fit; its {@code description} says what is expected
 */
record Misfit(Error error, List<String> path, YamlNode node, JsonNode schema) {

    void report(List<Error> all, Problems problems) {
        switch (error.getKeyword()) {
            case "additionalProperties" -> reportUnknownKey(problems);
            case "propertyNames" -> reportBadKey(problems);
            case "required" -> reportMissingKey(all, problems);
            default -> problems.add(node.at(), found() + " as " + place(), expected());
        }
    }

    private void reportUnknownKey(Problems problems) {
        Set<String> known = new LinkedHashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        problems.add(
                keyAt(error.getProperty()),
                "unknown key \"" + error.getProperty() + "\" in " + place(),
                Nearest.oneOf(known),
                Nearest.hint(error.getProperty(), known));
    }

    private void reportBadKey(Problems problems) {
        problems.add(
                keyAt(error.getProperty()),
                "\"" + error.getProperty() + "\" as a name in " + place(),
                "letters, digits and _" + (error.getMessage().contains("_-") ? " or -" : "")
                        + ", beginning with a letter");
    }

    private void reportMissingKey(List<Error> all, Problems problems) {
        String missing = error.getProperty();
        if (isUnreadable(missing) || all.stream().anyMatch(this::isMisspelling)) {
            return;
        }
        String description =
                schema.path("properties").path(missing).path("description").asText();
        problems.add(node.at(), place() + " has no \"" + missing + "\"", description);
    }

    /** Whether the key is there with a value that was no YAML of ours, which has been reported. */
    private boolean isUnreadable(String key) {
        return node instanceof YamlMap map && map.keys().containsKey(key);
    }

    /** Whether the other error is about an unknown key that is probably the missing one: then it says it all. */
    private boolean isMisspelling(Error other) {
        return other.getKeyword().equals("additionalProperties")
                && other.getInstanceLocation().equals(error.getInstanceLocation())
                && Nearest.of(other.getProperty(), Set.of(error.getProperty())).isPresent();
    }

    private String found() {
        return switch (node) {
            case YamlMap map ->
                map.entries().isEmpty()
                        ? "an empty map"
                        : "a map with " + String.join(", ", map.entries().keySet());
            case YamlList list -> list.items().isEmpty() ? "an empty list" : "a list";
            case YamlScalar scalar ->
                scalar.value().isNull() ? "nothing" : scalar.value().toString();
        };
    }

    private String expected() {
        if (error.getKeyword().equals("enum")) {
            Set<String> values = new LinkedHashSet<>();
            schema.path("enum").forEach(value -> values.add(value.asText()));
            return Nearest.oneOf(values);
        }
        String description = schema.path("description").asText();
        return switch (error.getKeyword()) {
            case "type" -> types() + (description.isEmpty() ? "" : ": " + description);
            case "minimum" -> "at least " + schema.path("minimum").asText() + ": " + description;
            case "maximum" -> "at most " + schema.path("maximum").asText() + ": " + description;
            case "minProperties" ->
                "at least " + schema.path("minProperties").asText() + (description.isEmpty() ? "" : ": " + description);
            case "minItems" -> "at least one: " + description;
            default -> description.isEmpty() ? error.getMessage() : description;
        };
    }

    private String types() {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type(type.asText());
        }
        Set<String> types = new LinkedHashSet<>();
        type.forEach(one -> types.add(type(one.asText())));
        return types.stream().collect(Collectors.joining(" or "));
    }

    private static String type(String type) {
        return switch (type) {
            case "object" -> "a map";
            case "array" -> "a list";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private Location keyAt(String key) {
        return node instanceof YamlMap map ? map.keyAt(key) : node.at();
    }

    private String place() {
        return Place.of(path);
    }
}
