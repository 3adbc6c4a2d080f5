package dev.photofinish.explorer.mongo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Proves that a statement concerns one document at most, and that an upsert is a single step, so that nobody gets in between its
 * parts.
 *
 * <ul>
 *   <li>A filter that demands one value of each field of an {@linkplain Uniqueness#identities() identity} finds one document at
 *       most: an update or a delete of many by it is none of many.
 *   <li>An upsert looks and inserts. If another document with the same identity has come in between, the insert is refused, and
 *       the server looks again: as if it had looked after the other. It does so (mongod, {@code shouldRetryDuplicateKeyException})
 *       only for an upsert of one document whose filter consists of equalities on exactly the fields of the index that was
 *       violated, with the values that it was about to insert. With a further condition the client gets the duplicate key error.
 * </ul>
 */
final class OneDocument {

    private final Uniqueness uniqueness;

    OneDocument(Uniqueness uniqueness) {
        this.uniqueness = uniqueness;
    }

    /** Whether a filter can find no more than one. */
    boolean isAllThat(BsonDocument filter, boolean collated) {
        return !collated
                && uniqueness.identities().stream()
                        .anyMatch(fields -> fields.stream().allMatch(field -> oneValue(filter, field)));
    }

    /** Whether looking and inserting are one step. */
    boolean isUpsertedAtOnce(BsonDocument filter, Optional<BsonValue> update, boolean collated) {
        Map<String, BsonValue> equalities = new LinkedHashMap<>();
        return !collated
                && onlyEqualities(filter, equalities)
                && uniqueness.triedAgain().contains(equalities.keySet())
                && update.filter(how -> keeps(equalities, how)).isPresent();
    }

    private static boolean oneValue(BsonDocument filter, String field) {
        return Fields.value(filter, field).filter(OneDocument::isOneValue).isPresent()
                || Fields.documents(filter, "$and").stream().anyMatch(part -> oneValue(part, field));
    }

    private static boolean isOneValue(BsonValue condition) {
        return equality(condition).isPresent()
                || Optional.of(condition)
                        .filter(BsonValue::isDocument)
                        .flatMap(operators -> Fields.value(operators.asDocument(), "$in"))
                        .filter(values -> values.isArray()
                                && values.asArray().size() == 1
                                && isValue(values.asArray().getFirst()))
                        .isPresent();
    }

    /** Collects them; false if there is anything else, or a field twice. */
    private static boolean onlyEqualities(BsonDocument filter, Map<String, BsonValue> equalities) {
        return filter.entrySet().stream()
                .allMatch(part -> part.getKey().equals("$and")
                        ? part.getValue().isArray()
                                && part.getValue().asArray().stream()
                                        .allMatch(each ->
                                                each.isDocument() && onlyEqualities(each.asDocument(), equalities))
                        : isAlone(part.getValue())
                                && equality(part.getValue())
                                        .filter(value -> equalities.put(part.getKey(), value) == null)
                                        .isPresent());
    }

    /** Whether nothing is said of a field beside its value. */
    private static boolean isAlone(BsonValue condition) {
        return !condition.isDocument()
                || !condition.asDocument().containsKey("$eq")
                || condition.asDocument().size() == 1;
    }

    private static Optional<BsonValue> equality(BsonValue condition) {
        Optional<BsonValue> named =
                condition.isDocument() ? Fields.value(condition.asDocument(), "$eq") : Optional.empty();
        return named.or(() -> Optional.of(condition)).filter(OneDocument::isValue);
    }

    /** A simple value, or a whole document, which an index holds as one value. */
    private static boolean isValue(BsonValue value) {
        return KeyValue.text(value).isPresent()
                || (value.isDocument()
                        && !value.asDocument().isEmpty()
                        && value.asDocument().keySet().stream().noneMatch(name -> name.startsWith("$")));
    }

    /**
     * Whether what is inserted has the values that were looked for, and takes no {@code _id} beside them by which it could meet
     * yet another document. An {@code _id} that is looked for stays what it is, whatever the update says.
     */
    private static boolean keeps(Map<String, BsonValue> equalities, BsonValue update) {
        Set<String> fields = equalities.keySet();
        if (fields.equals(Set.of("_id"))) {
            return true;
        }
        Optional<BsonDocument> replacement = Updated.replacement(update);
        if (replacement.isPresent()) {
            return !replacement.get().containsKey("_id")
                    && equalities.entrySet().stream()
                            .allMatch(each -> Fields.value(replacement.get(), each.getKey())
                                    .flatMap(KeyValue::text)
                                    .filter(text -> Optional.of(text).equals(KeyValue.text(each.getValue())))
                                    .isPresent());
        }
        return Updated.paths(update)
                .filter(paths -> paths.stream()
                        .noneMatch(path -> Uniqueness.touches(fields, path) || Uniqueness.touches(Set.of("_id"), path)))
                .isPresent();
    }
}
