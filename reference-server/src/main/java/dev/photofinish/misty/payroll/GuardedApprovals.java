package dev.photofinish.misty.payroll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * One conditional update: the sheet must still be submitted, and still the one that the pay was computed from. Calculation,
 * payslip and balances wait in the sheet's outbox from that moment on, so that each happens once, whatever dies in between.
 */
final class GuardedApprovals implements Approvals {

    private final Timesheets timesheets;
    private final Employees employees;
    private final MongoCollection<Document> sheets;
    private final Outbox outbox;
    private final InstantSource clock;

    GuardedApprovals(Timesheets timesheets, Employees employees, Store store, Outbox outbox, InstantSource clock) {
        this.timesheets = timesheets;
        this.employees = employees;
        this.sheets = store.collection(Timesheets.COLLECTION);
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Pay approve(String timesheetId, Caller approver) {
        Document seen = timesheets.byId(timesheetId);
        Document employee = employees.byId(seen.getString("employee_id"));
        Instant now = clock.instant();
        Settlement settlement = Settlement.of(seen, employee, approver.userId(), now);
        Document approved = sheets.findOneAndUpdate(
                and(
                        eq("id", timesheetId),
                        eq("status", TimesheetStatus.SUBMITTED.id()),
                        eq("version", seen.get("version"))),
                Updates.combine(
                        Updates.set("status", TimesheetStatus.APPROVED.id()),
                        Updates.set("approved_by", approver.userId()),
                        Updates.set("approved_at", Date.from(now)),
                        timesheets.changed(),
                        Outbox.put(consequences(settlement, employee))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (approved == null) {
            throw Timesheets.isNot(TimesheetStatus.SUBMITTED, timesheets.byId(timesheetId));
        }
        outbox.deliver(Timesheets.COLLECTION, approved);
        return settlement.pay();
    }

    private static List<Document> consequences(Settlement settlement, Document employee) {
        Map<String, Double> leave = new LinkedHashMap<>();
        settlement.leave().forEach((field, hours) -> leave.put(field, hours.doubleValue()));
        return List.of(
                Outbox.insert(Payslips.CALCULATIONS, settlement.calculation()),
                Outbox.insert(Payslips.COLLECTION, settlement.payslip()),
                Outbox.increment(Employees.COLLECTION, employee.getString("id"), leave));
    }
}
