package dev.photofinish.misty.payroll;

import java.util.Locale;

/** draft → submitted → approved, and back from submitted to draft; approved is final. */
enum TimesheetStatus {
    DRAFT,
    SUBMITTED,
    APPROVED;

    /** The name on the wire and in the database. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
