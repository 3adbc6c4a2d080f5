package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** What collections hold at some time, each in natural order. The documents are decoded as far as somebody looks at them. */
public final class Contents {

    /** Nobody has looked. */
    public static final Contents UNKNOWN = new Contents(Map.of());

    private final Map<MongoNamespace, List<RawBsonDocument>> collections;

    private Contents(Map<MongoNamespace, List<RawBsonDocument>> collections) {
        this.collections = collections;
    }

    /** Reads them, existing or not. */
    public static Contents of(MongoClient client, Set<MongoNamespace> namespaces) {
        List<MongoNamespace> asked = List.copyOf(namespaces);
        List<List<RawBsonDocument>> found = AtOnce.ask(asked, namespace -> found(client, namespace));
        Map<MongoNamespace, List<RawBsonDocument>> collections = new LinkedHashMap<>();
        for (int place = 0; place < asked.size(); place++) {
            collections.put(asked.get(place), found.get(place));
        }
        return new Contents(collections);
    }

    private static List<RawBsonDocument> found(MongoClient client, MongoNamespace namespace) {
        return CollectionImage.found(client.getDatabase(namespace.getDatabaseName())
                .getCollection(namespace.getCollectionName(), RawBsonDocument.class));
    }

    /** By full name. */
    public Map<String, List<BsonDocument>> byName() {
        Map<String, List<BsonDocument>> named = new LinkedHashMap<>();
        collections.forEach((namespace, documents) -> named.put(namespace.getFullName(), List.copyOf(documents)));
        return named;
    }

    Optional<List<RawBsonDocument>> in(MongoNamespace namespace) {
        return Optional.ofNullable(collections.get(namespace));
    }
}
