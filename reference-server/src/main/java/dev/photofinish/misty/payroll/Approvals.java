package dev.photofinish.misty.payroll;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;

/** Approves a submitted timesheet, which pays it: a calculation, a payslip, the leave balances. */
interface Approvals {

    /** @throws Refusal 404 without sheet or employee; 409 unless the sheet is submitted */
    Pay approve(String timesheetId, Caller approver);
}
