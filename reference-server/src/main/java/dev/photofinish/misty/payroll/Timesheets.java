package dev.photofinish.misty.payroll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The timesheets; how one comes into being is {@link Weeks}. {@code week_starting} is a text YYYY-MM-DD, a Monday. Each change
 * is one update that checks the status in its filter and raises {@code version}, so that no decision is made on an old sheet.
 * Safe for any thread.
 */
final class Timesheets {

    static final String COLLECTION = "timesheets";

    private static final int PENDING_CAP = 1000;
    private static final int EMPLOYEE_CAP = 100;

    private final MongoCollection<Document> sheets;
    private final InstantSource clock;

    Timesheets(Store store, InstantSource clock) {
        this.sheets = store.collection(COLLECTION);
        this.clock = clock;
        store.unique(COLLECTION, "id");
    }

    /** @throws Refusal 404 */
    Document byId(String id) {
        return Optional.ofNullable(sheets.find(eq("id", id)).first()).orElseThrow(() -> Refusal.notFound("Timesheet"));
    }

    FindIterable<Document> pending() {
        return sheets.find(eq("status", TimesheetStatus.SUBMITTED.id()))
                .sort(Sorts.ascending("week_starting"))
                .limit(PENDING_CAP);
    }

    FindIterable<Document> ofEmployee(String employeeId) {
        return sheets.find(eq("employee_id", employeeId))
                .sort(Sorts.descending("week_starting"))
                .limit(EMPLOYEE_CAP);
    }

    /** @throws Refusal 400 if the sheet is approved, 404 */
    void replaceEntries(String id, List<Document> entries) {
        Hours hours = Hours.of(entries);
        Bson change = Updates.combine(
                Updates.set("entries", entries),
                Updates.set("total_regular_hours", hours.regular().doubleValue()),
                Updates.set("total_overtime_hours", hours.overtime().doubleValue()),
                changed());
        if (sheets.updateOne(notApproved(id), change).getMatchedCount() == 0) {
            byId(id);
            throw Refusal.badRequest("An approved timesheet cannot be changed");
        }
    }

    /** @throws Refusal 409 unless the sheet is submitted, 404 */
    void resetToDraft(String id) {
        move(id, TimesheetStatus.SUBMITTED, TimesheetStatus.DRAFT, changed());
    }

    /** @throws Refusal 400 if the sheet is approved, 404 */
    void delete(String id) {
        if (sheets.deleteOne(notApproved(id)).getDeletedCount() == 0) {
            byId(id);
            throw Refusal.badRequest("An approved timesheet cannot be deleted");
        }
    }

    /** @throws Refusal 409 unless the sheet has the status {@code from}, 404 */
    void move(String id, TimesheetStatus from, TimesheetStatus to, Bson more) {
        Bson update = Updates.combine(Updates.set("status", to.id()), more);
        if (sheets.updateOne(and(eq("id", id), eq("status", from.id())), update).getMatchedCount() == 0) {
            throw isNot(from, byId(id));
        }
    }

    /** 409: what the sheet would have to be, and what it is. */
    static Refusal isNot(TimesheetStatus needed, Document sheet) {
        return Refusal.conflict("The timesheet must be " + needed.id() + " for this, and it is "
                + sheet.getString("status") + ": somebody else was first, or it is too early");
    }

    /** What every change of a sheet does besides. */
    Bson changed() {
        return Updates.combine(Updates.inc("version", 1), Updates.set("updated_at", Date.from(clock.instant())));
    }

    private static Bson notApproved(String id) {
        return and(eq("id", id), ne("status", TimesheetStatus.APPROVED.id()));
    }
}
