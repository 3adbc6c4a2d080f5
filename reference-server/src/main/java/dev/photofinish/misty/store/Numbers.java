package dev.photofinish.misty.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/**
 * Running numbers that never come twice: one document a sequence, incremented atomically. Its key is {@code _id}, which is
 * always unique, so that two first increments cannot make two counters. Safe for any thread and any number of servers.
 */
public final class Numbers {

    private final MongoCollection<Document> counters;

    public Numbers(Store store) {
        this.counters = store.collection("counters");
    }

    /** The next number of the sequence, beginning with 1. */
    public long next(String sequence) {
        try {
            return increment(sequence);
        } catch (MongoCommandException | MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another first increment made the counter between this one's search and its insert.
            return increment(sequence);
        }
    }

    /** Makes the sequence go on after the given number, if it is not further already; for data that other code made. */
    public void startAfter(String sequence, long number) {
        counters.updateOne(Filters.eq("_id", sequence), Updates.max("last", number), new UpdateOptions().upsert(true));
    }

    private long increment(String sequence) {
        Document counter = counters.findOneAndUpdate(
                Filters.eq("_id", sequence),
                Updates.inc("last", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (counter == null) {
            throw new IllegalStateException("an upsert that returns the new document returned none");
        }
        return counter.get("last", Number.class).longValue();
    }
}
