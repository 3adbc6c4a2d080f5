package dev.photofinish.misty.payroll;

import dev.photofinish.misty.http.InvalidField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The body of {@code PUT /api/payroll/timesheets/{id}}: whose sheet of which week it is thought to be, and all its entries. */
record TimesheetChange(String employeeId, LocalDate weekStarting, List<Entry> entries) {

    TimesheetChange {
        entries = List.copyOf(entries);
    }

    List<Document> documents() {
        return entries.stream().map(Entry::document).toList();
    }

    /** One day's hours; what is absent is zero. */
    record Entry(
            LocalDate date,
            Optional<Double> regularHours,
            Optional<Double> overtimeHours,
            Optional<Map<LeaveType, Double>> leaveHours,
            Optional<String> notes) {

        Entry {
            regularHours.ifPresent(hours -> InvalidField.notNegative("regular_hours", hours));
            overtimeHours.ifPresent(hours -> InvalidField.notNegative("overtime_hours", hours));
            leaveHours.ifPresent(leave -> leave.values().forEach(hours -> {
                if (hours == null) {
                    throw new InvalidField("leave_hours", "must be numbers, one was null");
                }
                InvalidField.notNegative("leave_hours", hours);
            }));
        }

        private Document document() {
            Document leave = new Document();
            leaveHours.orElse(Map.of()).forEach((type, hours) -> leave.append(type.id(), Decimals.stored(hours)));
            return new Document("date", date.toString())
                    .append("regular_hours", Decimals.stored(regularHours.orElse(0.0)))
                    .append("overtime_hours", Decimals.stored(overtimeHours.orElse(0.0)))
                    .append("leave_hours", leave)
                    .append("notes", notes.orElse(null));
        }
    }
}
