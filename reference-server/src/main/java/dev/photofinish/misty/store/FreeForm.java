package dev.photofinish.misty.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.misty.http.InvalidField;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A part of a body that the business has no rules for: any JSON object, made safe to store. Names that MongoDB would take
 * for operators or paths are refused, and so is nesting that it cannot hold.
 */
public record FreeForm(Document document) {

    /** MongoDB holds 100 levels; nobody describes paper in more than a few. */
    private static final int DEEPEST = 20;

    /** @throws InvalidField naming the field that cannot be stored */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FreeForm of(ObjectNode object) {
        return new FreeForm(document("", object, DEEPEST));
    }

    private static Document document(String path, JsonNode object, int deepest) {
        Document document = new Document();
        object.properties().forEach(field -> {
            String name = path + field.getKey();
            if (field.getKey().startsWith("$")
                    || field.getKey().contains(".")
                    || field.getKey().indexOf(0) >= 0) {
                throw new InvalidField(name, "is no name for a field: it begins with $ or contains a dot or a null");
            }
            document.append(field.getKey(), value(name, field.getValue(), deepest));
        });
        return document;
    }

    private static @Nullable Object value(String path, JsonNode value, int deepest) {
        if (deepest == 0) {
            throw new InvalidField(path, "is nested too deeply; " + DEEPEST + " levels are allowed");
        }
        return switch (value.getNodeType()) {
            case OBJECT -> document(path + ".", value, deepest - 1);
            case ARRAY -> list(path, value, deepest - 1);
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> number(path, value);
            default -> null;
        };
    }

    private static List<@Nullable Object> list(String path, JsonNode array, int deepest) {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonNode element : array) {
            list.add(value(path + "." + list.size(), element, deepest));
        }
        return list;
    }

    private static Number number(String path, JsonNode number) {
        if (number.isInt()) {
            return number.intValue();
        }
        if (number.isLong()) {
            return number.longValue();
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new InvalidField(path, "must be a finite number");
        }
        return value;
    }
}
