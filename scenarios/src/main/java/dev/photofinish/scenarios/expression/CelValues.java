package dev.photofinish.scenarios.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as CEL sees it, and back: whole numbers are {@code int}, others {@code double}, which compare with each other. */
final class CelValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CelValues() {}

    static Object fromJson(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong()
                        ? (Object) node.longValue()
                        : (Object) node.doubleValue();
            case ARRAY -> list(node);
            case OBJECT -> map(node);
            default -> NullValue.NULL_VALUE;
        };
    }

    static JsonNode toJson(Object value) {
        return value instanceof NullValue ? JsonNodeFactory.instance.nullNode() : JSON.valueToTree(plain(value));
    }

    private static List<Object> list(JsonNode array) {
        List<Object> items = new ArrayList<>();
        array.forEach(item -> items.add(fromJson(item)));
        return items;
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> entries = new LinkedHashMap<>();
        object.properties().forEach(entry -> entries.put(entry.getKey(), fromJson(entry.getValue())));
        return entries;
    }

    /** Without CEL's own null inside of lists and maps. */
    private static Object plain(Object value) {
        return switch (value) {
            case NullValue nothing -> JsonNodeFactory.instance.nullNode();
            case List<?> list -> list.stream().map(CelValues::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                map.forEach((key, inner) -> entries.put(String.valueOf(key), plain(inner)));
                yield entries;
            }
            default -> value;
        };
    }
}
