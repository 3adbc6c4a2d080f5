package dev.photofinish.explorer.oracle;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Somewhere that values stand: what one contender was told, or a document.
 *
 * @param name the contender's, or the namespace
 * @param leaves by their path, such as {@code /items/0/quantity}; the order of a document's fields does not count
 */
record Site(String name, SortedMap<String, Leaf> leaves) {

    static Site of(String name, BsonValue value, Known known, Varying varying) {
        SortedMap<String, Leaf> leaves = new TreeMap<>();
        collect("", value, known, leaves);
        leaves.keySet().removeIf(path -> varying.contains(name, path));
        return new Site(name, leaves);
    }

    boolean contains(String token) {
        return leaves.values().stream().anyMatch(leaf -> leaf.tokens().contains(token));
    }

    SortedMap<String, String> rendered(UnaryOperator<String> aliases) {
        SortedMap<String, String> rendered = new TreeMap<>();
        leaves.forEach((path, leaf) -> rendered.put(path, leaf.rendered(aliases)));
        return rendered;
    }

    private static void collect(String path, BsonValue value, Known known, SortedMap<String, Leaf> leaves) {
        if (value.isDocument() && !value.asDocument().isEmpty()) {
            fields(path, value.asDocument(), known, leaves);
        } else if (value.isArray() && !value.asArray().isEmpty()) {
            elements(path, value.asArray(), known, leaves);
        } else {
            leaves.put(path, isEmpty(value) ? Leaf.literal(value.isArray() ? "[]" : "{}") : Leaf.of(value, known));
        }
    }

    private static boolean isEmpty(BsonValue value) {
        return value.isDocument() || value.isArray();
    }

    private static void fields(String path, BsonDocument document, Known known, SortedMap<String, Leaf> leaves) {
        document.forEach((field, value) -> collect(path + "/" + field, value, known, leaves));
    }

    private static void elements(String path, BsonArray array, Known known, SortedMap<String, Leaf> leaves) {
        for (int place = 0; place < array.size(); place++) {
            collect(path + "/" + place, array.get(place), known, leaves);
        }
    }
}
