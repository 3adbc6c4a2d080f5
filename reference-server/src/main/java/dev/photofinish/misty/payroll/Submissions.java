package dev.photofinish.misty.payroll;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;

/** Hands a timesheet to payroll. */
interface Submissions {

    /** @throws Refusal 404; 409 if the sheet's status does not permit it */
    void submit(String timesheetId, Caller by);
}
