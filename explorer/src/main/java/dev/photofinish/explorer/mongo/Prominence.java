package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Focus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Puts the fields of a document that matter before the others, which stay as they are. Pure. */
final class Prominence {

    private Prominence() {}

    /** @param path where the document stands, with a dot behind; empty at the top */
    static Collection<Map.Entry<String, BsonValue>> inOrder(String path, BsonDocument document, Focus focus) {
        if (focus.fields().isEmpty() || document.size() < 2) {
            return document.entrySet();
        }
        return document.entrySet().stream()
                .sorted(Comparator.comparingInt(field -> rank(path, field.getKey(), field.getValue(), focus)))
                .toList();
    }

    /** Where the fields of a field's value stand: those of an operator's operand are those of its document. */
    static String below(String path, String field) {
        return field.startsWith("$") ? path : path + field + ".";
    }

    private static int rank(String path, String field, BsonValue value, Focus focus) {
        return field.startsWith("$") ? highestWithin(path, value, focus) : focus.rank(path + field);
    }

    private static int highestWithin(String path, BsonValue value, Focus focus) {
        List<Map.Entry<String, BsonValue>> fields = value.isDocument()
                ? List.copyOf(value.asDocument().entrySet())
                : value.isArray()
                        ? Fields.documents(value.asArray()).stream()
                                .flatMap(part -> part.entrySet().stream())
                                .toList()
                        : List.of();
        return fields.stream()
                .mapToInt(field -> rank(path, field.getKey(), field.getValue(), focus))
                .min()
                .orElse(focus.fields().size());
    }
}
