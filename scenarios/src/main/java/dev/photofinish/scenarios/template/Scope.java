package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values that templates and expressions see at one point of a round, by name. Immutable: a step that keeps something
 * makes the next scope, so contenders that run side by side never see each other's values.
 */
public final class Scope {

    private final Instant now;
    private final Map<String, JsonNode> values;

    private Scope(Instant now, Map<String, JsonNode> values) {
        this.now = now;
        this.values = values;
    }

    /** @param now what {@code {{now}}} is in everything that is rendered with this scope and those made from it */
    public static Scope at(Instant now) {
        return new Scope(now, Map.of());
    }

    /** @param unique what {@code {{unique}}} is: one value that no other round has, such as {@code pf-3f2a-17} */
    public static Scope ofRound(Instant now, String unique) {
        return at(now).with("unique", TextNode.valueOf(unique));
    }

    public Instant now() {
        return now;
    }

    public Scope with(String name, JsonNode value) {
        return withAll(Map.of(name, value));
    }

    /** The given values hide those of the same name. */
    public Scope withAll(Map<String, JsonNode> more) {
        Map<String, JsonNode> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Scope(now, Collections.unmodifiableMap(all));
    }

    public Optional<JsonNode> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** In the order in which the names came up. */
    public Map<String, JsonNode> values() {
        return values;
    }
}
