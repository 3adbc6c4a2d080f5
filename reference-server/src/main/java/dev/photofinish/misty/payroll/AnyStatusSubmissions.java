package dev.photofinish.misty.payroll;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;

/**
 * Hazard {@code timesheet-submission}, the original's pattern: the status is never looked at. Two submissions are both
 * accepted, and an approved sheet is submitted again, so that it can be paid again.
 */
final class AnyStatusSubmissions implements Submissions {

    private final Timesheets timesheets;
    private final MongoCollection<Document> sheets;
    private final Hazards hazards;
    private final InstantSource clock;

    AnyStatusSubmissions(Timesheets timesheets, Store store, Hazards hazards, InstantSource clock) {
        this.timesheets = timesheets;
        this.sheets = store.collection(Timesheets.COLLECTION);
        this.hazards = hazards;
        this.clock = clock;
    }

    @Override
    public void submit(String timesheetId, Caller by) {
        timesheets.byId(timesheetId);
        hazards.pause();
        sheets.updateOne(
                Filters.eq("id", timesheetId),
                Updates.combine(
                        Updates.set("status", TimesheetStatus.SUBMITTED.id()),
                        Updates.set("submitted_at", Date.from(clock.instant())),
                        Updates.set("submitted_by", by.userId())));
    }
}
