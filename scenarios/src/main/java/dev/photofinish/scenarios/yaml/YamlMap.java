package dev.photofinish.scenarios.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map in file order.
 *
 * @param keys where each key stands
 */
public record YamlMap(Location at, Map<String, YamlNode> entries, Map<String, Location> keys) implements YamlNode {

    public YamlMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        keys = Map.copyOf(keys);
    }

    /** Where a key stands; the map's own place if it has no such key. */
    public Location keyAt(String key) {
        return keys.getOrDefault(key, at);
    }

    @Override
    public JsonNode toJson() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        entries.forEach((key, value) -> object.set(key, value.toJson()));
        return object;
    }
}
