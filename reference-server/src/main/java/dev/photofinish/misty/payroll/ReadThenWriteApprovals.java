package dev.photofinish.misty.payroll;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Hazard {@code timesheet-approval}, the original's pattern: the status is read, then written whatever it has become, and
 * the balances are written as they were when they were read. Two approvals at once pay twice and add the leave once.
 */
final class ReadThenWriteApprovals implements Approvals {

    private final Timesheets timesheets;
    private final Employees employees;
    private final Store store;
    private final Hazards hazards;
    private final InstantSource clock;

    ReadThenWriteApprovals(
            Timesheets timesheets, Employees employees, Store store, Hazards hazards, InstantSource clock) {
        this.timesheets = timesheets;
        this.employees = employees;
        this.store = store;
        this.hazards = hazards;
        this.clock = clock;
    }

    @Override
    public Pay approve(String timesheetId, Caller approver) {
        Document seen = timesheets.byId(timesheetId);
        if (!TimesheetStatus.SUBMITTED.id().equals(seen.getString("status"))) {
            throw Timesheets.isNot(TimesheetStatus.SUBMITTED, seen);
        }
        Document employee = employees.byId(seen.getString("employee_id"));
        Instant now = clock.instant();
        Settlement settlement = Settlement.of(seen, employee, approver.userId(), now);

        hazards.pause();

        store.collection(Timesheets.COLLECTION)
                .updateOne(
                        eq("id", timesheetId),
                        Updates.combine(
                                Updates.set("status", TimesheetStatus.APPROVED.id()),
                                Updates.set("approved_by", approver.userId()),
                                Updates.set("approved_at", Date.from(now))));
        store.collection(Payslips.CALCULATIONS).insertOne(settlement.calculation());
        store.collection(Employees.COLLECTION)
                .updateOne(eq("id", employee.getString("id")), Updates.combine(balances(employee, settlement)));
        store.collection(Payslips.COLLECTION).insertOne(settlement.payslip());
        return settlement.pay();
    }

    private static List<Bson> balances(Document employee, Settlement settlement) {
        return settlement.leave().entrySet().stream()
                .map(leave -> Updates.set(
                        leave.getKey(),
                        Decimals.in(employee, leave.getKey())
                                .add(leave.getValue())
                                .doubleValue()))
                .toList();
    }
}
