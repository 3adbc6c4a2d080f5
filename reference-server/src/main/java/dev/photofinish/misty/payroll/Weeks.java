package dev.photofinish.misty.payroll;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** An employee has one timesheet a week, made when somebody first asks for it. */
interface Weeks {

    String EMPLOYEE = "employee_id";
    String MONDAY = "week_starting";

    /** The employee's sheet of the week, a new draft if there was none. */
    Document sheetOf(String employeeId, LocalDate monday);

    /** The racy ones if their hazard is on, the right ones otherwise. */
    static Weeks with(Hazards hazards, Store store, InstantSource clock) {
        return hazards.choose(
                Hazard.UPSERT, () -> new UpsertedWeeks(store, clock), () -> new GuardedWeeks(store, clock));
    }

    /** What a new sheet begins with. */
    static Document draft(String employeeId, LocalDate monday, Instant now) {
        return new Document("id", UUID.randomUUID().toString())
                .append(EMPLOYEE, employeeId)
                .append(MONDAY, monday.toString())
                .append("week_ending", monday.plusDays(6).toString())
                .append("status", TimesheetStatus.DRAFT.id())
                .append("entries", List.of())
                .append("total_regular_hours", 0.0)
                .append("total_overtime_hours", 0.0)
                .append("version", 1)
                .append("created_at", Date.from(now))
                .append("updated_at", Date.from(now));
    }
}
