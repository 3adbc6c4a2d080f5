package dev.photofinish.explorer.data;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.photofinish.explorer.mongo.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * What one collection held.
 *
 * @param documents in natural order
 * @param indexes their definitions, as {@code createIndexes} takes them
 * @param bound what was kept to, and is kept to when they are put back
 */
record CollectionImage(
        MongoNamespace namespace, List<RawBsonDocument> documents, List<BsonDocument> indexes, Bound bound) {

    /** LockTimeout, MaxTimeMSExpired, WriteConflict. */
    private static final Set<Integer> BLOCKED = Set.of(24, 50, 112);

    static CollectionImage take(MongoClient client, MongoNamespace namespace, Bound bound) {
        try {
            refuseOtherKinds(client, namespace);
            MongoCollection<RawBsonDocument> collection = collection(client, namespace, bound);
            return new CollectionImage(namespace, documents(collection, bound), indexes(collection), bound);
        } catch (MongoException refused) {
            throw new CannotRestore(
                    "The documents of " + namespace.getFullName() + " could not be read: " + refused.getMessage(),
                    refused);
        }
    }

    /**
     * Puts it back.
     *
     * @param seen what it holds now, if known
     * @param remade whether its indexes may be others than they were
     * @return whether anything had to be written for that
     */
    boolean restore(MongoClient client, Optional<List<RawBsonDocument>> seen, boolean remade) {
        try {
            return new Restoration(client, collection(client, namespace, bound), this).carriedOut(seen, remade);
        } catch (MongoException refused) {
            throw notPutBack(refused);
        }
    }

    /**
     * Takes back what the contest is known to have written, and leaves what others have.
     *
     * @param seen what it holds now, if known
     * @param remade whether its indexes may be others than they were
     * @param claims what the contest has written so far; asked after each look at the documents
     */
    Repaired repair(MongoClient client, Optional<List<RawBsonDocument>> seen, boolean remade, Supplier<Claims> claims) {
        try {
            return new Repairs(client, collection(client, namespace, bound), this, claims).carriedOut(seen, remade);
        } catch (MongoException refused) {
            throw notPutBack(refused);
        }
    }

    private CannotRestore notPutBack(MongoException refused) {
        String documents = "The documents of " + namespace.getFullName() + " could not be put back";
        return isBlocked(refused)
                ? new CannotRestore(
                        documents + " within " + bound.seconds() + " seconds: " + refused.getMessage()
                                + " A transaction that was left open blocks it; end every contender's first.",
                        refused)
                : new CannotRestore(documents + ": " + refused.getMessage(), refused);
    }

    /** By whoever holds what is to be written, and does not let go in time. */
    private static boolean isBlocked(MongoException refused) {
        return refused instanceof MongoExecutionTimeoutException
                || refused instanceof MongoOperationTimeoutException
                || (refused instanceof MongoBulkWriteException several
                        && several.getWriteErrors().stream().anyMatch(error -> BLOCKED.contains(error.getCode())))
                || BLOCKED.contains(refused.getCode());
    }

    /** Whether the server removes documents by itself, at their time. */
    boolean expires() {
        return indexes.stream().anyMatch(index -> index.containsKey("expireAfterSeconds"));
    }

    /** The same documents in the natural order that they have now. */
    CollectionImage inOrderOf(List<RawBsonDocument> found) {
        Map<BsonValue, Integer> places = new HashMap<>();
        found.forEach(document -> places.put(Account.id(document), places.size()));
        List<RawBsonDocument> ordered = documents.stream()
                .sorted(Comparator.comparingInt(
                        document -> places.getOrDefault(Account.id(document), Integer.MAX_VALUE)))
                .toList();
        return new CollectionImage(namespace, ordered, indexes, bound);
    }

    /** All there are now, in natural order. */
    static List<RawBsonDocument> found(MongoCollection<RawBsonDocument> collection) {
        return collection
                .find()
                .hint(new BsonDocument("$natural", new BsonInt32(1)))
                .into(new ArrayList<>());
    }

    static List<BsonDocument> indexes(MongoCollection<RawBsonDocument> collection) {
        List<BsonDocument> indexes = collection.listIndexes(BsonDocument.class).into(new ArrayList<>());
        indexes.forEach(index -> index.remove("ns"));
        return indexes;
    }

    /** Acknowledged by one server; {@link Majority} waits for the others once. */
    private static MongoCollection<RawBsonDocument> collection(
            MongoClient client, MongoNamespace namespace, Bound bound) {
        return client.getDatabase(namespace.getDatabaseName())
                .getCollection(namespace.getCollectionName(), RawBsonDocument.class)
                .withWriteConcern(WriteConcern.W1)
                .withTimeout(bound.seconds(), TimeUnit.SECONDS);
    }

    private static void refuseOtherKinds(MongoClient client, MongoNamespace namespace) {
        for (BsonDocument collection : client.getDatabase(namespace.getDatabaseName())
                .listCollections(BsonDocument.class)
                .filter(new BsonDocument("name", new BsonString(namespace.getCollectionName())))) {
            boolean meant = Fields.text(collection, "name")
                    .filter(namespace.getCollectionName()::equals)
                    .isPresent();
            if (meant && !kind(collection).equals("collection")) {
                throw new CannotRestore(namespace.getFullName() + " is a " + kind(collection)
                        + ", whose documents cannot be put back; have the given steps make fresh data for each"
                        + " schedule.");
            }
        }
    }

    private static String kind(BsonDocument collection) {
        boolean capped = Fields.document(collection, "options")
                .map(options -> Fields.flag(options, "capped"))
                .orElse(false);
        return capped ? "capped collection" : Fields.text(collection, "type").orElse("collection");
    }

    private static List<RawBsonDocument> documents(MongoCollection<RawBsonDocument> collection, Bound bound) {
        List<RawBsonDocument> documents = new ArrayList<>();
        long bytes = 0;
        for (RawBsonDocument document : collection.find().hint(new BsonDocument("$natural", new BsonInt32(1)))) {
            documents.add(document);
            bytes += document.getByteBuffer().remaining();
            if (bound.exceededBy(documents.size(), bytes)) {
                throw new CannotRestore(collection.getNamespace().getFullName() + " holds more than " + bound
                        + ", too much to put back before each schedule; explore on a database with less in it,"
                        + " or have the given steps make fresh data.");
            }
        }
        return documents;
    }
}
