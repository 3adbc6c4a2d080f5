package dev.photofinish.explorer.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The statements on one collection, of which those that can concern a document are found by its {@code _id}: of a contest that has
 * written thousands of documents each statement is about one of them, as a rule. Immutable.
 */
final class StatementsById {

    private final List<Statement> all;
    private final Map<BsonValue, List<Integer>> byId = new HashMap<>();
    /** Those that name no document by its id, or by one that others may be equal to. */
    private final List<Integer> others = new ArrayList<>();

    /** @param all in the order in which they were sent */
    StatementsById(List<Statement> all) {
        this.all = List.copyOf(all);
        for (int place = 0; place < all.size(); place++) {
            Optional<BsonValue> id = named(all.get(place)).flatMap(StatementsById::key);
            id.map(key -> byId.computeIfAbsent(key, unseen -> new ArrayList<>()))
                    .orElse(others)
                    .add(place);
        }
    }

    /** In the order in which they were sent. */
    Stream<Statement> all() {
        return all.stream();
    }

    Stream<Statement.Update> updates() {
        return updates(all());
    }

    /** Those that can concern a document, and perhaps others, in the order in which they were sent. */
    Stream<Statement> about(BsonDocument document) {
        Optional<BsonValue> key = Optional.ofNullable(document.get("_id")).flatMap(StatementsById::key);
        if (key.isEmpty()) {
            return all();
        }
        List<Integer> named = byId.getOrDefault(key.get(), List.of());
        if (others.isEmpty()) {
            return named.stream().map(all::get);
        }
        SortedMap<Integer, Statement> found = new TreeMap<>();
        Stream.concat(named.stream(), others.stream()).forEach(place -> found.put(place, all.get(place)));
        return found.values().stream();
    }

    Stream<Statement.Update> updatesOf(BsonDocument document) {
        return updates(about(document));
    }

    private static Stream<Statement.Update> updates(Stream<Statement> statements) {
        return statements.filter(Statement.Update.class::isInstance).map(Statement.Update.class::cast);
    }

    /** The id of the only document that a statement can have written. */
    private static Optional<BsonValue> named(Statement statement) {
        return switch (statement) {
            case Statement.Insert insert ->
                Optional.ofNullable(insert.document().get("_id"));
            case Statement.Update update -> update.filter().id();
            case Statement.Delete delete -> delete.filter().id();
            case Statement.Anything anything -> Optional.empty();
        };
    }

    /** The same for ids that {@linkplain Filter#canEqual may be equal}; empty where that is not so simple. */
    private static Optional<BsonValue> key(BsonValue id) {
        return switch (id.getBsonType()) {
            case OBJECT_ID, BINARY, DATE_TIME -> Optional.of(id);
            case INT32, INT64 -> Optional.of(new BsonInt64(id.asNumber().longValue()));
            case STRING -> Optional.of(new BsonString(Filter.folded(id)));
            default -> Optional.empty();
        };
    }
}
