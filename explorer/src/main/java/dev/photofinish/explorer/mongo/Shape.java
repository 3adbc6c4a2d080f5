package dev.photofinish.explorer.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What of a command stays the same from one execution to the next: names of commands, collections, fields and operators. Values
 * do not, nor do segments of a path that are values in truth (an employee's id as a field's name, a position in an array), nor
 * values in the {@linkplain CollectionNames names of collections}.
 */
final class Shape {

    /** What drivers and servers add, and what only tunes. */
    private static final Set<String> LEFT_OUT = Set.of(
            "lsid",
            "$clusterTime",
            "$db",
            "$readPreference",
            "txnNumber",
            "readConcern",
            "writeConcern",
            "maxTimeMS",
            "batchSize",
            "cursor",
            "comment",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors",
            "recoveryToken");

    private static final Pattern A_VALUE = Pattern.compile(
            "\\d+|[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d{4}-\\d{2}.*",
            Pattern.CASE_INSENSITIVE);

    /** Letters and digits in an order that nobody would give a name: a ULID, a cuid, a nanoid, another hash. */
    private static final Pattern IDS_LETTERS = Pattern.compile("(?=.*\\d)[0-9A-Za-z_-]+");

    private static final int SHORTEST_ID = 20;
    /** So many times it goes from letters to digits, back, or from small letters to capitals: camel case seldom does, with a digit in it. */
    private static final int UNREADABLE = 7;

    private Shape() {}

    /** @param database in which the command is carried out */
    static String of(String database, BsonDocument command) {
        String name = command.getFirstKey();
        String target = Fields.text(command, name)
                .map(collection -> database + "." + CollectionNames.withoutValues(collection))
                .orElse(database);
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, BsonValue> field : command.entrySet()) {
            if (!field.getKey().equals(name) && !LEFT_OUT.contains(field.getKey())) {
                parts.add(field.getKey() + part(field.getKey(), field.getValue()));
            }
        }
        Collections.sort(parts);
        return (Verb.spelled(name) + " " + target + " " + String.join(" ", parts)).strip();
    }

    /** Collections are names, not values. */
    private static String part(String field, BsonValue value) {
        return switch (field) {
            case "collection", "to", "key", "out" ->
                value.isString()
                        ? ":" + CollectionNames.withoutValues(value.asString().getValue())
                        : of(value);
            default -> of(value);
        };
    }

    /** An array has the shapes of its elements, however many there are of each. */
    private static String of(BsonValue value) {
        if (value instanceof BsonDocument document) {
            Set<String> fields = new TreeSet<>();
            document.forEach((name, inner) -> fields.add(path(name) + of(inner)));
            return "{" + String.join(",", fields) + "}";
        }
        if (value instanceof BsonArray array) {
            Set<String> elements = new TreeSet<>();
            array.forEach(element -> elements.add(of(element)));
            return "[" + String.join(",", elements) + "]";
        }
        return "";
    }

    private static String path(String name) {
        return name.indexOf('.') < 0
                ? segment(name)
                : Arrays.stream(name.split("\\.", -1)).map(Shape::segment).collect(Collectors.joining("."));
    }

    private static String segment(String segment) {
        return mayBeAValue(segment) && (A_VALUE.matcher(segment).matches() || isUnreadable(segment)) ? "*" : segment;
    }

    private static boolean isUnreadable(String segment) {
        if (segment.length() < SHORTEST_ID || !IDS_LETTERS.matcher(segment).matches()) {
            return false;
        }
        int changes = 0;
        for (int place = 1; place < segment.length(); place++) {
            changes += isChange(segment.charAt(place - 1), segment.charAt(place)) ? 1 : 0;
        }
        return changes >= UNREADABLE;
    }

    /** A capital before a small letter begins a word, and what is between words is no part of them. */
    private static boolean isChange(char before, char after) {
        boolean begins = Character.isUpperCase(before) && Character.isLowerCase(after);
        return Character.isLetterOrDigit(before)
                && Character.isLetterOrDigit(after)
                && !begins
                && Character.getType(before) != Character.getType(after);
    }

    /** Nearly all are names; a pattern need not be tried on them. */
    private static boolean mayBeAValue(String segment) {
        return segment.length() >= SHORTEST_ID || (!segment.isEmpty() && Character.isDigit(segment.charAt(0)));
    }
}
