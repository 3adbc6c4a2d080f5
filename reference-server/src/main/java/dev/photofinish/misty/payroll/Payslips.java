package dev.photofinish.misty.payroll;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** What approvals left: one calculation and one payslip a timesheet, by index unless a hazard is to make more. */
final class Payslips {

    static final String COLLECTION = "payslips";
    static final String CALCULATIONS = "payroll_calculations";

    private final MongoCollection<Document> payslips;

    Payslips(Store store, Hazards hazards) {
        this.payslips = store.collection(COLLECTION);
        boolean paidTwice =
                hazards.on().contains(Hazard.TIMESHEET_APPROVAL) || hazards.on().contains(Hazard.TIMESHEET_SUBMISSION);
        for (String collection : List.of(COLLECTION, CALCULATIONS)) {
            store.unique(collection, "id");
            if (paidTwice) {
                store.notUnique(collection, "timesheet_id");
            } else {
                store.unique(collection, "timesheet_id");
            }
        }
    }

    /** @throws Refusal 404 before the sheet is approved */
    Document of(String timesheetId) {
        return Optional.ofNullable(
                        payslips.find(Filters.eq("timesheet_id", timesheetId)).first())
                .orElseThrow(() -> Refusal.notFound("Payslip"));
    }
}
