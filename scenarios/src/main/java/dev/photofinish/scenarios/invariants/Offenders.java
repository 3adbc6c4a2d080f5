package dev.photofinish.scenarios.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What breaks a rule, each as often as it is there, since two may look alike. The order of lists does not count: the database
 * gives a set ({@code $addToSet}) in another one each time.
 */
final class Offenders {

    static final Offenders NONE = new Offenders(Map.of());

    private final Map<JsonNode, Long> counts;

    private Offenders(Map<JsonNode, Long> counts) {
        this.counts = counts;
    }

    static Offenders of(List<JsonNode> offenders) {
        Map<JsonNode, Long> counts = new HashMap<>();
        offenders.forEach(offender -> counts.merge(unordered(offender), 1L, Long::sum));
        return new Offenders(counts);
    }

    /** Those of the others that are not among these. */
    List<JsonNode> missing(List<JsonNode> others) {
        Map<JsonNode, Long> left = new HashMap<>(counts);
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode other : others) {
            JsonNode known = unordered(other);
            if (left.merge(known, -1L, Long::sum) < 0) {
                missing.add(other);
            }
        }
        return List.copyOf(missing);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static JsonNode unordered(JsonNode node) {
        if (node.isArray()) {
            ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(unordered(item)));
            items.sort(Comparator.comparing(JsonNode::toString));
            return sorted.addAll(items);
        }
        if (node.isObject()) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> fields.set(field.getKey(), unordered(field.getValue())));
            return fields;
        }
        return node;
    }
}
