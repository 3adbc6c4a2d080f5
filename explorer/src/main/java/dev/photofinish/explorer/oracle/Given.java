package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What was there before the contest. Made once for many executions that begin with the same data, since it takes longer to look
 * through than what a contest changes. Immutable.
 */
public final class Given {

    /** There was nothing, or what there was means something else in each execution. */
    public static final Given NOTHING = of(Map.of());

    private static final String DELETED = "(deleted)";

    private final Map<String, Set<BsonDocument>> documents = new HashMap<>();
    private final Set<String> opaque = new HashSet<>();

    private Given(Map<String, List<BsonDocument>> documents) {
        documents.forEach((namespace, list) -> {
            this.documents.put(namespace, new HashSet<>(list));
            list.forEach(this::collect);
        });
    }

    /** @param documents by namespace, at least those of each collection that is written */
    public static Given of(Map<String, List<BsonDocument>> documents) {
        return new Given(documents);
    }

    /** Whether an opaque value stood in some document, and so means the same in every execution. */
    boolean contains(String value) {
        return opaque.contains(value);
    }

    /** Those that are new or not as they were, and the ids of those that are gone. */
    List<BsonDocument> changes(String namespace, List<BsonDocument> after) {
        Set<BsonDocument> before = documents.getOrDefault(namespace, Set.of());
        List<BsonDocument> changes = new ArrayList<>(
                after.stream().filter(document -> !before.contains(document)).toList());
        Set<BsonValue> left = new HashSet<>(after.stream().map(Given::id).toList());
        before.stream()
                .filter(document -> !left.contains(id(document)))
                .map(gone -> new BsonDocument("_id", id(gone)).append(DELETED, new BsonString("")))
                .forEach(changes::add);
        return changes;
    }

    private static BsonValue id(BsonDocument document) {
        return document.get("_id", new BsonString(""));
    }

    private void collect(BsonValue value) {
        switch (value.getBsonType()) {
            case DOCUMENT -> value.asDocument().values().forEach(this::collect);
            case ARRAY -> value.asArray().forEach(this::collect);
            case STRING -> opaque.addAll(Opaque.all(value.asString().getValue()));
            default -> Leaf.identity(value).ifPresent(opaque::add);
        }
    }
}
