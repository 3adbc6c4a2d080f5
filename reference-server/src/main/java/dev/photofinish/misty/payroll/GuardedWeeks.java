package dev.photofinish.misty.payroll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A unique index by employee and week: of two who ask at once, one makes the sheet and the other is given the same. */
final class GuardedWeeks implements Weeks {

    private final MongoCollection<Document> sheets;
    private final InstantSource clock;

    GuardedWeeks(Store store, InstantSource clock) {
        this.sheets = store.collection(Timesheets.COLLECTION);
        this.clock = clock;
        store.unique(Timesheets.COLLECTION, EMPLOYEE, MONDAY);
    }

    @Override
    public Document sheetOf(String employeeId, LocalDate monday) {
        Bson key = and(eq(EMPLOYEE, employeeId), eq(MONDAY, monday.toString()));
        Document found = sheets.find(key).first();
        if (found != null) {
            return found;
        }
        Document draft = Weeks.draft(employeeId, monday, clock.instant());
        try {
            sheets.insertOne(draft);
            return draft;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.ofNullable(sheets.find(key).first())
                    .orElseThrow(() -> Refusal.conflict("The timesheet was made and deleted meanwhile; ask again"));
        }
    }
}
