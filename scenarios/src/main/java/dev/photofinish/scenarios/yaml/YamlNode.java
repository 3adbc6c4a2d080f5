package dev.photofinish.scenarios.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a YAML file that remembers where it stood. The readers of a file walk it without asking for its shape first:
 * what is not there, or is something else, reads as empty, because the file's schema has reported it already.
 */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    Location at();

    JsonNode toJson();

    /** The value of a key; empty if this is no map or has no such key. */
    default Optional<YamlNode> get(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The entries of a map in file order; empty for anything else. */
    default Map<String, YamlNode> entries() {
        return Map.of();
    }

    /** The items of a list; empty for anything else. */
    default List<YamlNode> items() {
        return List.of();
    }

    /** The items of a list, or this alone: for what may be given once or as a list. */
    default List<YamlNode> itemsOrSelf() {
        return this instanceof YamlList ? items() : List.of(this);
    }

    /** A scalar as text; empty for anything else. */
    default String text() {
        return "";
    }

    /** The text of a key's value; empty if there is none. */
    default String text(String key) {
        return get(key).map(YamlNode::text).orElse("");
    }
}
