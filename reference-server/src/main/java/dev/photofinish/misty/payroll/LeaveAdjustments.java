package dev.photofinish.misty.payroll;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** Corrections of leave balances by hand: the balance is incremented, never set, and each correction leaves its record. */
final class LeaveAdjustments {

    static final String COLLECTION = "leave_adjustments";

    private final MongoCollection<Document> profiles;
    private final Outbox outbox;
    private final InstantSource clock;

    LeaveAdjustments(Store store, Outbox outbox, InstantSource clock) {
        this.profiles = store.collection(Employees.COLLECTION);
        this.outbox = outbox;
        this.clock = clock;
        store.unique(COLLECTION, "id");
    }

    /** @throws Refusal 404 if there is no such employee */
    Made make(Adjustment adjustment, Caller admin) {
        Document record = record(adjustment, admin);
        Document profile = profiles.findOneAndUpdate(
                eq("id", adjustment.employeeId()),
                Updates.combine(
                        Updates.inc(
                                adjustment.leaveType().balanceField(), Decimals.stored(adjustment.adjustmentAmount())),
                        Outbox.put(List.of(Outbox.insert(COLLECTION, record)))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (profile == null) {
            throw Refusal.notFound("Employee");
        }
        outbox.deliver(Employees.COLLECTION, profile);
        return new Made(
                record.getString("id"),
                Decimals.in(profile, adjustment.leaveType().balanceField()));
    }

    private Document record(Adjustment adjustment, Caller admin) {
        return new Document("id", UUID.randomUUID().toString())
                .append("employee_id", adjustment.employeeId())
                .append("leave_type", adjustment.leaveType().id())
                .append("adjustment_amount", Decimals.stored(adjustment.adjustmentAmount()))
                .append("reason", adjustment.reason())
                .append("adjusted_by", admin.userId())
                .append("created_at", Date.from(clock.instant()));
    }

    /** What an adjustment came to. */
    record Made(String id, BigDecimal newBalance) {}

    /** The body of a request; the amount is in hours and may be negative. */
    record Adjustment(String employeeId, LeaveType leaveType, double adjustmentAmount, String reason) {

        Adjustment {
            if (!leaveType.hasBalance()) {
                throw new InvalidField("leave_type", "must be one that has a balance, was " + leaveType.id());
            }
            if (!Double.isFinite(adjustmentAmount)) {
                throw new InvalidField("adjustment_amount", "must be a finite number, was " + adjustmentAmount);
            }
        }
    }
}
