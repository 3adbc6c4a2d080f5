package dev.photofinish.explorer.data;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * Puts one collection back as its image says, natural order included: what a {@code find} without sort returns must not depend on
 * the schedules before.
 *
 * <p>As a rule only what a contest wrote is taken back, where it stands: documents that came are deleted, changed ones replaced.
 * Where one is missing, all are deleted and inserted again, since a document that comes back would come last.
 */
final class Restoration {

    private static final int BATCH = 1_000;

    /** MongoDB 4.2, which the embedded database claims to be; the driver takes nothing older. */
    private static final int OLDEST_WIRE_VERSION = 8;

    private final MongoClient client;
    private final MongoCollection<RawBsonDocument> collection;
    private final CollectionImage image;

    Restoration(MongoClient client, MongoCollection<RawBsonDocument> collection, CollectionImage image) {
        this.client = client;
        this.collection = collection;
        this.image = image;
    }

    /** Carries it out; whether anything had to be written. */
    boolean carriedOut(Optional<List<RawBsonDocument>> seen, boolean remade) {
        if (placesAreReused()) {
            makeAnew();
            return true;
        }
        List<RawBsonDocument> found = seen.orElseGet(() -> CollectionImage.found(collection));
        boolean changed = !asInImage(found);
        if (changed && !tookBack(found)) {
            collection.deleteMany(new BsonDocument());
            insertAll();
            check(CollectionImage.found(collection));
        }
        return (remade && restoreIndexes()) || changed;
    }

    /**
     * The embedded database gives the place of a deleted document to the next one inserted: only a new collection forgets in
     * which order the schedules before deleted theirs.
     */
    boolean placesAreReused() {
        return client.getClusterDescription().getServerDescriptions().stream()
                .anyMatch(server -> server.isOk() && server.getMaxWireVersion() <= OLDEST_WIRE_VERSION);
    }

    private void makeAnew() {
        Set<BsonDocument> indexes = new HashSet<>(CollectionImage.indexes(collection));
        indexes.addAll(image.indexes());
        collection.drop();
        create(indexes);
        insertAll();
        check(CollectionImage.found(collection));
    }

    /** Not where a document is missing, or where it went otherwise than it had to. */
    private boolean tookBack(List<RawBsonDocument> found) {
        return repairs(found).map(this::succeed).orElse(false);
    }

    /** Nothing if a document is missing. Those that came go first: they may hold a unique value that is to come back. */
    private Optional<List<WriteModel<RawBsonDocument>>> repairs(List<RawBsonDocument> found) {
        List<RawBsonDocument> wanted = image.documents();
        List<WriteModel<RawBsonDocument>> deletions = new ArrayList<>();
        List<WriteModel<RawBsonDocument>> replacements = new ArrayList<>();
        int place = 0;
        for (RawBsonDocument document : found) {
            if (place < wanted.size() && same(wanted.get(place), document)) {
                place++;
                continue;
            }
            BsonDocument byId = new BsonDocument("_id", id(document));
            if (place < wanted.size() && id(wanted.get(place)).equals(id(document))) {
                replacements.add(Repair.replacement(byId, wanted.get(place)));
                Repair.emptyTimestamps(wanted.get(place)).ifPresent(replacements::add);
                place++;
            } else {
                deletions.add(new DeleteOneModel<>(byId));
            }
        }
        deletions.addAll(replacements);
        return place == wanted.size() ? Optional.of(deletions) : Optional.empty();
    }

    /** Not where two documents have exchanged a unique value: one after the other they cannot take it back. */
    private boolean succeed(List<WriteModel<RawBsonDocument>> repairs) {
        try {
            BulkWriteResult done = collection.bulkWrite(repairs, new BulkWriteOptions().bypassDocumentValidation(true));
            return done.getDeletedCount() + done.getMatchedCount() == repairs.size();
        } catch (MongoBulkWriteException refused) {
            return false;
        }
    }

    private void insertAll() {
        List<RawBsonDocument> documents = image.documents();
        for (int from = 0; from < documents.size(); from += BATCH) {
            collection.insertMany(
                    documents.subList(from, Math.min(from + BATCH, documents.size())),
                    new InsertManyOptions().bypassDocumentValidation(true));
        }
        List<WriteModel<RawBsonDocument>> empty = documents.stream()
                .flatMap(document -> Repair.emptyTimestamps(document).stream())
                .<WriteModel<RawBsonDocument>>map(update -> update)
                .toList();
        if (!empty.isEmpty()) {
            var unused = collection.bulkWrite(empty);
        }
    }

    /** They are gone if a contender dropped them. Those that came stay. */
    boolean restoreIndexes() {
        Set<BsonDocument> missing = new HashSet<>(image.indexes());
        CollectionImage.indexes(collection).forEach(missing::remove);
        create(missing);
        return !missing.isEmpty();
    }

    private void create(Set<BsonDocument> indexes) {
        if (!indexes.isEmpty()) {
            client.getDatabase(image.namespace().getDatabaseName())
                    .runCommand(new BsonDocument(
                                    "createIndexes",
                                    new BsonString(image.namespace().getCollectionName()))
                            .append("indexes", new BsonArray(List.copyOf(indexes))));
        }
    }

    private void check(List<RawBsonDocument> found) {
        if (!asInImage(found)) {
            throw new CannotRestore(image.namespace().getFullName() + " holds " + found.size() + " documents after its "
                    + image.documents().size()
                    + " were put back, or others, or in another order: somebody else writes to it."
                    + " Stop what else uses this database, or have it made anew for each schedule.");
        }
    }

    private boolean asInImage(List<RawBsonDocument> found) {
        List<RawBsonDocument> wanted = image.documents();
        if (found.size() != wanted.size()) {
            return false;
        }
        for (int place = 0; place < found.size(); place++) {
            if (!same(found.get(place), wanted.get(place))) {
                return false;
            }
        }
        return true;
    }

    /** Byte by byte, without decoding them. */
    private static boolean same(RawBsonDocument one, RawBsonDocument other) {
        return one.getByteBuffer().asNIO().equals(other.getByteBuffer().asNIO());
    }

    private static BsonValue id(RawBsonDocument document) {
        return document.get("_id", new BsonString(""));
    }
}
