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
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.Document;

/** Reads unique indexes from the server and keeps them. Its collections are all that threads share. */
final class IndexedKeys implements UniqueKeys {

    private static final int IS_A_VIEW = 166;
    private static final long SEARCH_SECONDS = 2;

    private final MongoClient client;
    private final ConcurrentMap<MongoNamespace, Uniqueness> known = new ConcurrentHashMap<>();
    /** Many an application looks into collections that are not there at each request. */
    private final Set<String> absent = ConcurrentHashMap.newKeySet();

    IndexedKeys(MongoClient client) {
        this.client = client;
    }

    @Override
    public Uniqueness of(MongoNamespace namespace) {
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
            return uniqueness(collection, indexes);
        } catch (MongoCommandException refused) {
            return refused.getErrorCode() == IS_A_VIEW ? Uniqueness.VIEW : Uniqueness.UNKNOWN;
        } catch (MongoException unanswered) {
            return Uniqueness.UNKNOWN;
        }
    }

    private static Uniqueness uniqueness(MongoCollection<Document> collection, List<BsonDocument> indexes) {
        Set<String> keyFields = new HashSet<>();
        Set<String> uniquePaths = new HashSet<>(Set.of("_id"));
        for (BsonDocument index : indexes) {
            Set<String> paths =
                    Fields.document(index, "key").orElseGet(BsonDocument::new).keySet();
            boolean onId = paths.equals(Set.of("_id"));
            if (onId || Fields.flag(index, "unique")) {
                uniquePaths.addAll(paths);
                if (namesOneDocument(index, paths)
                        && (onId || neverAnArray(collection, paths.iterator().next()))) {
                    keyFields.addAll(paths);
                }
            }
        }
        return new Uniqueness(keyFields, uniquePaths, false);
    }

    /**
     * A compound index guards no single field; a partial or sparse one not every document; one with a collation takes different
     * texts for the same, and so does every equality on a collection with a default collation, which its index on
     * {@code _id} shows. A path into embedded documents may lead to several values of one document.
     */
    private static boolean namesOneDocument(BsonDocument index, Set<String> paths) {
        return paths.size() == 1
                && !paths.iterator().next().contains(".")
                && !index.containsKey("partialFilterExpression")
                && !index.containsKey("collation")
                && !Fields.flag(index, "sparse");
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
