package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Keys;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Proves to which documents a statement is confined, so that the order of two statements on different documents can be proven
 * not to matter: not to the final data, and not to what anybody is told, then or later, by a {@code find} without sort among
 * others (in <em>natural order</em>).
 *
 * <ul>
 *   <li><b>A filter</b> is confined to the values that it demands of the fields of a key by equality or {@code $in}, at the top or
 *       under {@code $and}: whatever else it says can only exclude documents. Values of a kind that MongoDB may hold for equal
 *       to others prove nothing ({@link KeyValue}), nor does any value under a collation.
 *   <li><b>An update</b> is confined to its filter's keys if it writes no path of a unique index. Its documents
 *       keep their keys, so another statement's filter finds the same ones before and after it; it neither frees nor takes a
 *       value that another document wants; and an updated document keeps its place in natural order. <b>A replacement or a
 *       pipeline</b> may write anything: it is confined only where nothing but {@code _id} is unique, which no update changes.
 *   <li><b>An upsert</b> is confined like that if it turns out that it has found a document.
 *   <li><b>An insert</b> is never confined. Two inserts of different keys leave the same documents, but in another natural
 *       order. <b>A delete</b> neither: it frees unique values that an insert of another key wants, and the embedded database
 *       gives the place of a deleted document to the next one inserted, so that two deletes leave their order behind.
 * </ul>
 *
 * <p>All of this is about documents whose key fields hold no arrays; {@link IndexedKeys} and {@link ArraysWritten} make sure of
 * it. That one value is had by <em>one document at most</em> ({@link OneDocument}) is another question.
 */
final class KeyProof {

    private static final Comparator<List<String>> ONE_FIELD_FIRST =
            Comparator.<List<String>>comparingInt(List::size).thenComparing(key -> String.join(",", key));

    /** Of more than so many documents it is not worth while to prove anything. */
    private static final int MOST_VALUES = 1_000;

    private final Uniqueness uniqueness;

    KeyProof(Uniqueness uniqueness) {
        this.uniqueness = uniqueness;
    }

    /** The keys of what a filter can find. */
    Keys found(BsonDocument filter, boolean collated) {
        if (collated) {
            return Keys.UNKNOWN;
        }
        return uniqueness.keys().stream()
                .sorted(ONE_FIELD_FIRST)
                .flatMap(key -> demanded(filter, key).map(values -> new Keys(String.join(",", key), values)).stream())
                .findFirst()
                .orElse(Keys.UNKNOWN);
    }

    /** The values of several fields that are demanded at once, in every combination. */
    private static Optional<Set<String>> demanded(BsonDocument filter, List<String> key) {
        Optional<Set<String>> combined = demanded(filter, key.getFirst());
        for (String field : key.subList(1, key.size())) {
            Optional<Set<String>> next = demanded(filter, field);
            combined = combined.flatMap(left -> next.map(right -> combinations(left, right)));
        }
        return combined.filter(values -> values.size() <= MOST_VALUES);
    }

    /** No two combinations are the same text: each says how long its first part is. */
    private static Set<String> combinations(Set<String> left, Set<String> right) {
        return left.stream()
                .flatMap(one -> right.stream().map(other -> one.length() + ":" + one + "," + other))
                .limit(MOST_VALUES + 1L)
                .collect(Collectors.toSet());
    }

    /** The keys of what an update of documents that are there can change, and of all that its being carried out can depend on. */
    Keys updated(BsonDocument filter, Optional<BsonValue> update, boolean collated) {
        boolean confined =
                update.isPresent() && (uniqueness.guardsNothingButIds() || leavesUniquePathsAlone(update.get()));
        return confined ? found(filter, collated) : Keys.UNKNOWN;
    }

    /** The keys of documents that collide with none of another {@code _id}; unknown if not all have one. */
    Keys added(List<BsonDocument> documents) {
        if (!uniqueness.guardsNothingButIds() || !uniqueness.keyFields().contains("_id")) {
            return Keys.UNKNOWN;
        }
        Set<String> ids = new HashSet<>();
        for (BsonDocument document : documents) {
            Optional<String> id = Fields.value(document, "_id").flatMap(KeyValue::text);
            if (id.isEmpty()) {
                return Keys.UNKNOWN;
            }
            ids.add(id.get());
        }
        return new Keys("_id", ids);
    }

    /** The keys of several statements of one command: known only if all are, by the same field. */
    static Keys union(Collection<Keys> parts) {
        Set<String> fields = new HashSet<>();
        Set<String> values = new HashSet<>();
        for (Keys part : parts) {
            if (part.values().isEmpty()) {
                return Keys.UNKNOWN;
            }
            fields.add(part.field());
            values.addAll(part.values());
        }
        return fields.size() == 1 ? new Keys(fields.iterator().next(), values) : Keys.UNKNOWN;
    }

    private static Optional<Set<String>> demanded(BsonDocument filter, String field) {
        Optional<Set<String>> atTheTop = Fields.value(filter, field).flatMap(KeyProof::equalTo);
        if (atTheTop.isPresent() || !filter.containsKey("$and")) {
            return atTheTop;
        }
        return Fields.documents(filter, "$and").stream()
                .flatMap(part -> demanded(part, field).stream())
                .findFirst();
    }

    /** The values of which a condition demands one; nothing if it demands something else. */
    static Optional<Set<String>> equalTo(BsonValue condition) {
        if (!condition.isDocument()) {
            return KeyValue.text(condition).map(Set::of);
        }
        return Fields.value(condition.asDocument(), "$eq")
                .flatMap(KeyValue::text)
                .map(Set::of)
                .or(() -> Fields.value(condition.asDocument(), "$in")
                        .filter(BsonValue::isArray)
                        .flatMap(values -> allTexts(values.asArray())));
    }

    private static Optional<Set<String>> allTexts(BsonArray values) {
        List<Optional<String>> texts = values.stream().map(KeyValue::text).toList();
        Set<String> known = new HashSet<>();
        texts.forEach(text -> text.ifPresent(known::add));
        boolean all = !texts.isEmpty() && texts.stream().allMatch(Optional::isPresent);
        return all ? Optional.of(known) : Optional.empty();
    }

    /** An update without an operator is a replacement. */
    private boolean leavesUniquePathsAlone(BsonValue update) {
        return Updated.paths(update)
                .filter(paths -> paths.stream().noneMatch(uniqueness::guards))
                .isPresent();
    }
}
