package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A hole that is filled from the scope: {@code {{name}}} or {@code {{name.path}}}.
 *
 * @param path keys and list positions inside the value
 */
public record Reference(String name, List<String> path, Location at) implements Hole {

    /** The value it stands for. */
    @Override
    public JsonNode value(Scope scope, Dates dates) {
        JsonNode value = scope.get(name)
                .orElseThrow(() -> new CannotRender(
                        at,
                        "{{" + this + "}}: there is no value \"" + name + "\" at this point; there are "
                                + String.join(", ", scope.values().keySet())));
        String reached = name;
        for (String key : path) {
            JsonNode inner = value.isArray() && isIndex(key) ? value.path(Integer.parseInt(key)) : value.path(key);
            if (inner.isMissingNode()) {
                throw new CannotRender(
                        at, "{{" + this + "}}: " + reached + " has no \"" + key + "\"; it is " + shape(value));
            }
            reached += "." + key;
            value = inner;
        }
        return value;
    }

    private static boolean isIndex(String key) {
        return key.length() < 10 && key.chars().allMatch(Character::isDigit);
    }

    private static String shape(JsonNode value) {
        Set<String> keys = new LinkedHashSet<>();
        value.fieldNames().forEachRemaining(keys::add);
        return switch (value.getNodeType()) {
            case OBJECT -> "an object with " + (keys.isEmpty() ? "nothing in it" : Nearest.oneOf(keys));
            case ARRAY -> "a list of " + value.size();
            default -> "a " + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** As it is written between the braces. */
    @Override
    public String toString() {
        return path.isEmpty() ? name : name + "." + String.join(".", path);
    }
}
