package dev.photofinish.explorer.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
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

    private static final int BATCH = 1_000;

    /**
     * How much may be kept in memory and put back thousands of times.
     *
     * @param seconds how long each command to put it back may take
     */
    record Bound(int documents, long bytes, long seconds) {

        static final Bound DEFAULT = new Bound(100_000, 64L << 20, 10);

        boolean exceededBy(int count, long size) {
            return count > documents || size > bytes;
        }

        @Override
        public String toString() {
            return documents + " documents or " + (bytes >> 20) + " MB";
        }
    }

    static CollectionImage take(MongoClient client, MongoNamespace namespace, Bound bound) {
        try {
            MongoCollection<RawBsonDocument> collection = collection(client, namespace, bound);
            refuseOtherKinds(client, namespace);
            return new CollectionImage(namespace, documents(collection, bound), indexes(collection), bound);
        } catch (MongoException refused) {
            throw new CannotRestore(
                    "The documents of " + namespace.getFullName() + " could not be read: " + refused.getMessage(),
                    refused);
        }
    }

    /**
     * Twice if need be: the embedded database gives the places of deleted documents to new ones in the order of deletion, and
     * that is the natural one only when all are deleted at once. Where places were left over from before, no number of times is
     * enough: then the documents are all there, in another natural order, on which nobody may rely anyway.
     */
    void restore(MongoClient client) {
        try {
            MongoCollection<RawBsonDocument> collection = collection(client, namespace, bound);
            replaceAll(client, collection);
            if (!ids(collection).equals(ids(documents))) {
                replaceAll(client, collection);
            }
            check(ids(collection));
        } catch (MongoException refused) {
            throw new CannotRestore(
                    "The documents of " + namespace.getFullName() + " could not be put back within " + bound.seconds()
                            + " seconds: " + refused.getMessage()
                            + " A transaction that was left open blocks it; end every contender's first.",
                    refused);
        }
    }

    private void replaceAll(MongoClient client, MongoCollection<RawBsonDocument> collection) {
        collection.deleteMany(new BsonDocument());
        for (int from = 0; from < documents.size(); from += BATCH) {
            collection.insertMany(
                    documents.subList(from, Math.min(from + BATCH, documents.size())),
                    new InsertManyOptions().bypassDocumentValidation(true));
        }
        restoreIndexes(client, collection);
    }

    /** They are gone if a contender dropped the collection. Those that came to it stay. */
    private void restoreIndexes(MongoClient client, MongoCollection<RawBsonDocument> collection) {
        Set<BsonDocument> present = new HashSet<>(indexes(collection));
        BsonArray missing = new BsonArray();
        indexes.stream().filter(index -> !present.contains(index)).forEach(missing::add);
        if (!missing.isEmpty()) {
            client.getDatabase(namespace.getDatabaseName())
                    .runCommand(new BsonDocument("createIndexes", new BsonString(namespace.getCollectionName()))
                            .append("indexes", missing));
        }
    }

    private void check(List<BsonValue> found) {
        if (found.size() != documents.size() || !Set.copyOf(found).equals(Set.copyOf(ids(documents)))) {
            throw new CannotRestore(namespace.getFullName() + " holds " + found.size() + " documents after its "
                    + documents.size() + " were put back, or others: somebody else writes to it."
                    + " Stop what else uses this database, or have it made anew for each schedule.");
        }
    }

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
            boolean capped = Fields.document(collection, "options")
                    .map(options -> Fields.flag(options, "capped"))
                    .orElse(false);
            String kind = capped
                    ? "capped collection"
                    : Fields.text(collection, "type").orElse("collection");
            boolean other = Fields.text(collection, "name")
                            .filter(namespace.getCollectionName()::equals)
                            .isPresent()
                    && !kind.equals("collection");
            if (other) {
                throw new CannotRestore(
                        namespace.getFullName() + " is a " + kind
                                + ", whose documents cannot be put back; have the given steps make fresh data for each schedule.");
            }
        }
    }

    private static List<RawBsonDocument> documents(MongoCollection<RawBsonDocument> collection, Bound bound) {
        List<RawBsonDocument> documents = new ArrayList<>();
        long bytes = 0;
        for (RawBsonDocument document : collection.find().hint(naturally())) {
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

    private static List<BsonDocument> indexes(MongoCollection<RawBsonDocument> collection) {
        List<BsonDocument> indexes = collection.listIndexes(BsonDocument.class).into(new ArrayList<>());
        indexes.forEach(index -> index.remove("ns"));
        return indexes;
    }

    private static List<BsonValue> ids(MongoCollection<RawBsonDocument> collection) {
        List<RawBsonDocument> found = collection
                .find()
                .hint(naturally())
                .projection(new BsonDocument("_id", new BsonInt32(1)))
                .into(new ArrayList<>());
        return ids(found);
    }

    private static List<BsonValue> ids(List<RawBsonDocument> documents) {
        return documents.stream().map(document -> document.get("_id")).toList();
    }

    private static BsonDocument naturally() {
        return new BsonDocument("$natural", new BsonInt32(1));
    }
}
