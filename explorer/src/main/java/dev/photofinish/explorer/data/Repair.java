package dev.photofinish.explorer.data;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.RawBsonDocument;

/**
 * Takes back what the contest is known to have written to a collection, document by document. Each is deleted or replaced only if
 * it is still as it was when it was last looked at: whoever writes it in between keeps what he wrote.
 *
 * <p>A document that was deleted comes back as the last one in natural order: to move those behind it would be to delete what
 * nobody in the contest has written.
 */
final class Repair {

    /** More are compared with each other for longer than it takes to send another statement. */
    private static final int BATCH = 32;

    private final MongoCollection<RawBsonDocument> collection;
    private final Account account;

    Repair(MongoCollection<RawBsonDocument> collection, Account account) {
        this.collection = collection;
        this.account = account;
    }

    /** Whether it went as it had to; otherwise somebody wrote meanwhile, and the collection has to be looked at again. */
    boolean carriedOut() {
        try {
            return write(inPlace(), touched());
        } catch (MongoBulkWriteException refused) {
            if (!isAboutDuplicates(refused)) {
                throw refused;
            }
            return false;
        }
    }

    /**
     * The same where documents have exchanged unique values, which they cannot take back one after the other: those that the
     * contest has changed are deleted first, and then inserted as they were.
     */
    boolean carriedOutInTwoSteps() {
        List<WriteModel<RawBsonDocument>> writes = new ArrayList<>(deletions());
        account.changed().forEach(change -> writes.add(new DeleteOneModel<>(asItIs(change.is()))));
        account.changed().forEach(change -> insert(change.was(), writes));
        account.gone().forEach(was -> insert(was, writes));
        try {
            return write(writes, touched() + account.changed().size());
        } catch (MongoBulkWriteException refused) {
            if (!isAboutDuplicates(refused)) {
                throw refused;
            }
            return false;
        }
    }

    /** Those that came go first: they may hold a unique value that is to come back. */
    private List<WriteModel<RawBsonDocument>> inPlace() {
        List<WriteModel<RawBsonDocument>> writes = new ArrayList<>(deletions());
        for (Account.Changed change : account.changed()) {
            writes.add(replacement(asItIs(change.is()), change.was()));
            emptyTimestamps(change.was()).ifPresent(writes::add);
        }
        account.gone().forEach(was -> insert(was, writes));
        return writes;
    }

    private List<WriteModel<RawBsonDocument>> deletions() {
        List<WriteModel<RawBsonDocument>> deletions = new ArrayList<>();
        List<RawBsonDocument> came = account.came();
        for (int from = 0; from < came.size(); from += BATCH) {
            deletions.add(deletion(came.subList(from, Math.min(from + BATCH, came.size()))));
        }
        return deletions;
    }

    private static WriteModel<RawBsonDocument> deletion(List<RawBsonDocument> some) {
        return some.size() == 1
                ? new DeleteOneModel<>(asItIs(some.getFirst()))
                : new DeleteManyModel<>(asTheyAre(some));
    }

    private static void insert(RawBsonDocument was, List<WriteModel<RawBsonDocument>> writes) {
        writes.add(new InsertOneModel<>(was));
        emptyTimestamps(was).ifPresent(writes::add);
    }

    /** How many documents are written, at least, where nobody has written meanwhile. */
    private int touched() {
        return account.came().size() + account.changed().size() + account.gone().size();
    }

    /** @param touched as many documents, and those that are written once more for an empty timestamp */
    private boolean write(List<WriteModel<RawBsonDocument>> writes, int touched) {
        if (writes.isEmpty()) {
            return true;
        }
        BulkWriteResult done = bulkWrite(writes, new BulkWriteOptions());
        long again = writes.stream().filter(Repair::setsEmptyTimestamps).count();
        return done.getDeletedCount() + done.getMatchedCount() + done.getInsertedCount() == touched + again;
    }

    /** To get past a validator needs a right that users seldom have, and hardly ever is there a reason to. */
    private BulkWriteResult bulkWrite(List<WriteModel<RawBsonDocument>> writes, BulkWriteOptions options) {
        try {
            return collection.bulkWrite(writes, options);
        } catch (MongoBulkWriteException refused) {
            boolean invalid = refused.getWriteErrors().stream().anyMatch(error -> error.getCode() == 121);
            if (!invalid) {
                throw refused;
            }
            int done = refused.getWriteErrors().getFirst().getIndex();
            return collection.bulkWrite(writes.subList(done, writes.size()), options.bypassDocumentValidation(true));
        }
    }

    private static boolean isAboutDuplicates(MongoBulkWriteException refused) {
        return refused.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /** Fields with names like {@code $price} may be inserted, but only a pipeline writes over them. */
    static WriteModel<RawBsonDocument> replacement(BsonDocument filter, RawBsonDocument was) {
        return was.keySet().stream().anyMatch(field -> field.startsWith("$"))
                ? new UpdateOneModel<>(
                        filter, List.of(new BsonDocument("$replaceWith", new BsonDocument("$literal", was))))
                : new ReplaceOneModel<>(filter, was);
    }

    private static boolean setsEmptyTimestamps(WriteModel<RawBsonDocument> write) {
        return write instanceof UpdateOneModel<RawBsonDocument> update && update.getUpdate() != null;
    }

    /** Meets a document as long as nobody has changed it. */
    static BsonDocument asItIs(RawBsonDocument document) {
        BsonDocument literally = new BsonDocument("$literal", document);
        return new BsonDocument("_id", new BsonDocument("$eq", Account.id(document)))
                .append("$expr", new BsonDocument("$eq", new BsonArray(List.of(new BsonString("$$ROOT"), literally))));
    }

    /** Meets each of them as long as nobody has changed it. The same as one by one, with fewer statements. */
    private static BsonDocument asTheyAre(List<RawBsonDocument> documents) {
        BsonDocument literally = new BsonDocument("$literal", new BsonArray(documents));
        BsonArray ids = new BsonArray(documents.stream().map(Account::id).toList());
        return new BsonDocument("_id", new BsonDocument("$in", ids))
                .append("$expr", new BsonDocument("$in", new BsonArray(List.of(new BsonString("$$ROOT"), literally))));
    }

    /** The server fills in an empty timestamp wherever a whole document is written, but not where a field is set. */
    static Optional<UpdateOneModel<RawBsonDocument>> emptyTimestamps(RawBsonDocument document) {
        BsonDocument empty = new BsonDocument();
        document.forEach((field, value) -> {
            if (value instanceof BsonTimestamp time && time.getValue() == 0) {
                empty.append(field, value);
            }
        });
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of(new UpdateOneModel<>(
                        new BsonDocument("_id", new BsonDocument("$eq", Account.id(document))),
                        new BsonDocument("$set", empty)));
    }
}
