package dev.photofinish.misty.payroll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;

/**
 * Hazard {@code upsert}: one command that looks atomic. Without a unique index the server searches, then inserts; two who ask at
 * the same time both find nothing and get a sheet each. It needs no gap, and no order of the two commands shows it: only both
 * at once, on a real MongoDB, do.
 */
final class UpsertedWeeks implements Weeks {

    private final MongoCollection<Document> sheets;
    private final InstantSource clock;

    UpsertedWeeks(Store store, InstantSource clock) {
        this.sheets = store.collection(Timesheets.COLLECTION);
        this.clock = clock;
        store.notUnique(Timesheets.COLLECTION, EMPLOYEE, MONDAY);
    }

    @Override
    public Document sheetOf(String employeeId, LocalDate monday) {
        Document draft = Weeks.draft(employeeId, monday, clock.instant());
        // the server takes these two from the filter, and refuses to be told twice
        draft.remove(EMPLOYEE);
        draft.remove(MONDAY);
        return Objects.requireNonNull(
                sheets.findOneAndUpdate(
                        and(eq(EMPLOYEE, employeeId), eq(MONDAY, monday.toString())),
                        new Document("$setOnInsert", draft),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)),
                "an upsert that returns the new document returned none");
    }
}
