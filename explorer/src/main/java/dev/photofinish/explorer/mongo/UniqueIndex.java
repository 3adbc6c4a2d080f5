package dev.photofinish.explorer.mongo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A unique index as {@code listIndexes} shows it.
 *
 * @param paths its fields, in its order
 * @param definition all that the server says of it
 */
record UniqueIndex(List<String> paths, BsonDocument definition) {

    /** Those among the indexes, in their order. One that is {@linkplain #isPrepared being prepared} refuses duplicates already. */
    static List<UniqueIndex> among(List<BsonDocument> indexes) {
        return indexes.stream()
                .map(UniqueIndex::of)
                .filter(index -> index.isOnId() || Fields.flag(index.definition, "unique") || index.isPrepared())
                .toList();
    }

    private static UniqueIndex of(BsonDocument index) {
        return new UniqueIndex(
                List.copyOf(Fields.document(index, "key")
                        .orElseGet(BsonDocument::new)
                        .keySet()),
                index);
    }

    boolean isOnId() {
        return paths.equals(List.of("_id"));
    }

    boolean hasCollation() {
        return definition.containsKey("collation");
    }

    private boolean isPrepared() {
        return Fields.flag(definition, "prepareUnique");
    }

    /**
     * Whether one value for each of its fields is had by one document at most: it holds every document that has such values, and
     * holds values for equal as a filter does. Paths that lead into several elements of one array are no values of a document.
     */
    boolean identifies() {
        return !paths.isEmpty()
                && !isPrepared()
                && !hasCollation()
                && !definition.containsKey("partialFilterExpression")
                && orders()
                && (paths.size() == 1 || paths.stream().noneMatch(path -> path.contains(".")));
    }

    /** Whether documents that differ in a field are two, as long as no field holds an array. */
    boolean tellsApart() {
        return identifies()
                && !Fields.flag(definition, "sparse")
                && paths.stream().noneMatch(path -> path.contains("."));
    }

    /** No hash, and no place on a map. */
    private boolean orders() {
        return Fields.document(definition, "key").orElseGet(BsonDocument::new).values().stream()
                .allMatch(BsonValue::isNumber);
    }

    /** All on which it depends whether it takes a document: its fields, and those of the condition under which it holds one. */
    Set<String> allPaths() {
        Set<String> all = new LinkedHashSet<>(paths);
        Fields.document(definition, "partialFilterExpression")
                .ifPresent(condition -> fields(condition).forEach(all::add));
        return all;
    }

    private static Stream<String> fields(BsonDocument condition) {
        return condition.entrySet().stream().flatMap(UniqueIndex::fields);
    }

    private static Stream<String> fields(Map.Entry<String, BsonValue> condition) {
        return condition.getKey().startsWith("$") && condition.getValue().isArray()
                ? Fields.documents(condition.getValue().asArray()).stream().flatMap(UniqueIndex::fields)
                : Stream.of(condition.getKey());
    }
}
