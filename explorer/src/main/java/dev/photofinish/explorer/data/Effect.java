package dev.photofinish.explorer.data;

import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;

/**
 * What an update does to the fields of a document that it meets, as far as the statement tells.
 *
 * @param fields by name, the first part of a path
 * @param others what it does to all other fields but {@code _id}
 */
record Effect(Map<String, OnField> fields, OnField others) {

    static final Effect UNFORESEEABLE = new Effect(Map.of(), new OnField.Unforeseeable());

    /** What becomes of one field. */
    sealed interface OnField {

        record Stays() implements OnField {}

        record IsSet(BsonValue value) implements OnField {}

        record IsAdded(BsonValue number) implements OnField {}

        record IsRemoved() implements OnField {}

        record Unforeseeable() implements OnField {}
    }

    /** @param update operators, a whole document, or a pipeline */
    static Effect of(BsonValue update) {
        if (!update.isDocument()) {
            return UNFORESEEABLE;
        }
        BsonDocument document = update.asDocument();
        boolean operators = !document.isEmpty() && document.getFirstKey().startsWith("$");
        return operators ? ofOperators(document) : ofReplacement(document);
    }

    private static Effect ofReplacement(BsonDocument replacement) {
        Map<String, OnField> fields = new HashMap<>();
        replacement.forEach((field, value) -> fields.put(
                field,
                value instanceof BsonTimestamp time && time.getValue() == 0
                        ? new OnField.Unforeseeable()
                        : new OnField.IsSet(value)));
        return new Effect(Map.copyOf(fields), new OnField.IsRemoved());
    }

    private static Effect ofOperators(BsonDocument operators) {
        Map<String, OnField> fields = new HashMap<>();
        operators.forEach((operator, targets) -> {
            if (targets.isDocument() && !operator.equals("$setOnInsert")) {
                targets.asDocument().forEach((path, value) -> put(fields, operator, path, value));
            }
        });
        return new Effect(Map.copyOf(fields), new OnField.Stays());
    }

    private static void put(Map<String, OnField> fields, String operator, String path, BsonValue value) {
        int dot = path.indexOf('.');
        if (dot > 0) {
            fields.put(path.substring(0, dot), new OnField.Unforeseeable());
            return;
        }
        if (operator.equals("$rename") && value.isString()) {
            fields.put(value.asString().getValue().replaceFirst("\\..*", ""), new OnField.Unforeseeable());
        }
        fields.put(
                path,
                switch (operator) {
                    case "$set" -> new OnField.IsSet(value);
                    case "$unset" -> new OnField.IsRemoved();
                    case "$inc" -> value.isNumber() ? new OnField.IsAdded(value) : new OnField.Unforeseeable();
                    default -> new OnField.Unforeseeable();
                });
    }

    /** The same on other values. */
    Effect withoutValues() {
        Map<String, OnField> unforeseeable = new HashMap<>();
        fields.keySet().forEach(field -> unforeseeable.put(field, new OnField.Unforeseeable()));
        OnField rest = others instanceof OnField.Stays ? others : new OnField.Unforeseeable();
        return new Effect(Map.copyOf(unforeseeable), rest);
    }

    OnField on(String field) {
        return fields.getOrDefault(field, field.equals("_id") ? new OnField.Stays() : others);
    }

    boolean touches(String field) {
        return !(on(field) instanceof OnField.Stays);
    }
}
