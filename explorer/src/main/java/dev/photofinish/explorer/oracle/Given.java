package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * What was there before the contest. Made once for many executions that begin with the same data, since it takes longer to look
 * through than what a contest changes. Immutable.
 */
public final class Given {

    /** There was nothing, or what there was means something else in each execution. */
    public static final Given NOTHING = of(Map.of());

    private static final String DELETED = "(deleted)";

    /** Where it stands of a document that it is gone. */
    static final String DELETED_PATH = "/" + DELETED;

    private final Map<String, List<BsonDocument>> documents;
    private final List<Set<String>> opaque;

    private Given(Map<String, List<BsonDocument>> documents, List<Set<String>> opaque) {
        this.documents = documents;
        this.opaque = List.copyOf(opaque);
    }

    /** @param documents by namespace, at least those of each collection that is written */
    public static Given of(Map<String, List<BsonDocument>> documents) {
        Map<String, List<BsonDocument>> kept = new HashMap<>();
        Set<String> opaque = new HashSet<>();
        documents.forEach((namespace, list) -> {
            kept.put(namespace, List.copyOf(list));
            list.forEach(document -> collect(document, opaque));
        });
        return new Given(kept, List.of(opaque));
    }

    /**
     * The same documents, and what is known of others too: a collection is looked at only once it is written, and what stands in
     * it has meant the same before.
     */
    Given knowing(Given others) {
        return others == this
                ? this
                : new Given(
                        documents,
                        Stream.concat(opaque.stream(), others.opaque.stream()).toList());
    }

    /** Whether an opaque value stood in some document, and so means the same in every execution. */
    boolean contains(String value) {
        return opaque.stream().anyMatch(some -> some.contains(value));
    }

    /** Those that are new or not as they were, and the ids of those that are gone. */
    List<BsonDocument> changes(String namespace, List<BsonDocument> after) {
        List<BsonDocument> before = documents.getOrDefault(namespace, List.of());
        Map<BsonValue, BsonDocument> gone = new LinkedHashMap<>();
        List<BsonDocument> moved = new ArrayList<>();
        for (int place = 0; place < Math.max(before.size(), after.size()); place++) {
            boolean stayed = place < before.size() && place < after.size() && same(before.get(place), after.get(place));
            if (!stayed && place < before.size()) {
                gone.put(id(before.get(place)), before.get(place));
            }
            if (!stayed && place < after.size()) {
                moved.add(after.get(place));
            }
        }
        List<BsonDocument> changes = new ArrayList<>();
        for (BsonDocument document : moved) {
            BsonDocument was = gone.remove(id(document));
            if (was == null || !same(was, document)) {
                changes.add(document);
            }
        }
        gone.keySet().forEach(id -> changes.add(new BsonDocument("_id", id).append(DELETED, new BsonString(""))));
        return changes;
    }

    /** Most are, at the same place too, and need not be decoded to see it. */
    private static boolean same(BsonDocument one, BsonDocument other) {
        if (one instanceof RawBsonDocument raw && other instanceof RawBsonDocument likewise) {
            return raw.getByteBuffer().asNIO().equals(likewise.getByteBuffer().asNIO());
        }
        return one.equals(other);
    }

    private static BsonValue id(BsonDocument document) {
        return document.get("_id", new BsonString(""));
    }

    private static void collect(BsonValue value, Set<String> opaque) {
        switch (value.getBsonType()) {
            case DOCUMENT ->
                value.asDocument().forEach((field, part) -> {
                    opaque.addAll(Opaque.all(field));
                    collect(part, opaque);
                });
            case ARRAY -> value.asArray().forEach(part -> collect(part, opaque));
            case STRING -> opaque.addAll(Opaque.all(value.asString().getValue()));
            default -> Leaf.identity(value).ifPresent(opaque::add);
        }
    }
}
