package dev.photofinish.explorer.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.photofinish.explorer.step.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.Document;

/** Reads unique indexes from the server and keeps them. Its collections are all that threads share. */
final class IndexedKeys implements UniqueKeys {

    /** What each document has to itself in a collection that has room for so many. */
    private static final String PLACE = "$place";

    private static final int IS_A_VIEW = 166;
    private static final long SEARCH_SECONDS = 2;

    private final MongoClient client;
    private final ConcurrentMap<MongoNamespace, Uniqueness> known = new ConcurrentHashMap<>();
    /** Many an application looks into collections that are not there at each request. */
    private final Set<String> absent = ConcurrentHashMap.newKeySet();

    private final Set<String> withArrays = ConcurrentHashMap.newKeySet();

    IndexedKeys(MongoClient client) {
        this.client = client;
    }

    @Override
    public Uniqueness of(MongoNamespace namespace) {
        Uniqueness found = found(namespace);
        return mayHoldArrays(namespace) ? found.amongArrays() : found;
    }

    private Uniqueness found(MongoNamespace namespace) {
        Uniqueness kept = known.get(namespace);
        if (kept != null) {
            return kept;
        }
        if (absent.contains(namespace.getFullName())) {
            return Uniqueness.UNKNOWN;
        }
        Uniqueness asked = ask(namespace);
        if (asked.equals(Uniqueness.UNKNOWN)) {
            return asked;
        }
        Uniqueness other = known.putIfAbsent(namespace, asked);
        return other == null ? asked : other;
    }

    @Override
    public void changing(MongoNamespace namespace) {
        known.put(namespace, Uniqueness.UNKNOWN);
    }

    /** Also of one that is not there yet, or has not been asked about: it is known from now on, and for as long as the gate stands. */
    @Override
    public void holdingArrays(String namespace) {
        withArrays.add(namespace);
    }

    private boolean mayHoldArrays(MongoNamespace namespace) {
        return withArrays.contains(Access.EVERYTHING) || withArrays.contains(namespace.getFullName());
    }

    @Override
    public void writing(String namespace) {
        if (namespace.equals(Access.EVERYTHING)) {
            absent.clear();
        } else {
            absent.remove(namespace);
        }
    }

    /** A namespace that does not exist yet has no index, not even that on {@code _id}. */
    private Uniqueness ask(MongoNamespace namespace) {
        MongoCollection<Document> collection =
                client.getDatabase(namespace.getDatabaseName()).getCollection(namespace.getCollectionName());
        try {
            List<BsonDocument> indexes =
                    collection.listIndexes(BsonDocument.class).into(new ArrayList<>());
            if (indexes.isEmpty()) {
                absent.add(namespace.getFullName());
                return Uniqueness.UNKNOWN;
            }
            Set<String> paths = new HashSet<>(isCapped(namespace) ? Set.of("_id", PLACE) : Set.of("_id"));
            return uniqueness(collection, indexes, paths);
        } catch (MongoCommandException refused) {
            return refused.getErrorCode() == IS_A_VIEW ? Uniqueness.VIEW : Uniqueness.UNKNOWN;
        } catch (MongoException unanswered) {
            return Uniqueness.UNKNOWN;
        }
    }

    /**
     * Under a default collation, which the index on {@code _id} shows, every equality takes different texts for the same: no value
     * proves anything. A duplicate is reported of the index that meets it first, that on {@code _id} before all others; which of
     * two others comes first is not known.
     */
    private static Uniqueness uniqueness(
            MongoCollection<Document> collection, List<BsonDocument> indexes, Set<String> paths) {
        List<UniqueIndex> unique = UniqueIndex.among(indexes);
        unique.forEach(index -> paths.addAll(index.allPaths()));
        if (unique.stream().anyMatch(index -> index.isOnId() && index.hasCollation())) {
            return new Uniqueness(Set.of(), Set.of(), Set.of(), paths, false);
        }
        List<UniqueIndex> identifying =
                unique.stream().filter(UniqueIndex::identifies).toList();
        long besidesId = unique.stream().filter(index -> !index.isOnId()).count();
        return new Uniqueness(
                identifying.stream()
                        .filter(index -> index.tellsApart() && neverAnArray(collection, index))
                        .map(UniqueIndex::paths)
                        .collect(Collectors.toSet()),
                sets(identifying.stream()),
                sets(identifying.stream().filter(index -> index.isOnId() || besidesId == 1)),
                paths,
                false);
    }

    /** Whether it has room for so many only, so that each document that comes may drive out another's. */
    private boolean isCapped(MongoNamespace namespace) {
        return client
                .getDatabase(namespace.getDatabaseName())
                .listCollections(BsonDocument.class)
                .filter(new BsonDocument("name", new BsonString(namespace.getCollectionName())))
                .into(new ArrayList<>())
                .stream()
                .flatMap(found -> Fields.document(found, "options").stream())
                .anyMatch(options -> Fields.flag(options, "capped"));
    }

    private static Set<Set<String>> sets(Stream<UniqueIndex> indexes) {
        return indexes.map(index -> Set.copyOf(index.paths())).collect(Collectors.toSet());
    }

    private static boolean neverAnArray(MongoCollection<Document> collection, UniqueIndex index) {
        return index.isOnId() || index.paths().stream().allMatch(field -> neverAnArray(collection, field));
    }

    /** A document with an array in the field is found by each of its elements. */
    private static boolean neverAnArray(MongoCollection<Document> collection, String field) {
        try {
            return collection
                            .find(Filters.type(field, BsonType.ARRAY))
                            .maxTime(SEARCH_SECONDS, TimeUnit.SECONDS)
                            .first()
                    == null;
        } catch (MongoException unanswered) {
            return false;
        }
    }
}
