package dev.photofinish.misty.payroll;

import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.FieldProblem;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.http.Routes;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;

/** The timesheets and their payslips over HTTP. Who does not do payroll reaches only the own ones. */
final class TimesheetEndpoints {

    private final Weeks weeks;
    private final Timesheets timesheets;
    private final Employees employees;
    private final Submissions submissions;
    private final Approvals approvals;
    private final Payslips payslips;
    private final Clock clock;

    TimesheetEndpoints(
            Weeks weeks,
            Timesheets timesheets,
            Employees employees,
            Submissions submissions,
            Approvals approvals,
            Payslips payslips,
            Clock clock) {
        this.weeks = weeks;
        this.timesheets = timesheets;
        this.employees = employees;
        this.submissions = submissions;
        this.approvals = approvals;
        this.payslips = payslips;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.get("/api/payroll/timesheets/current-week/{employee}", Gate.WORKING, this::ofWeek);
        routes.get("/api/payroll/timesheets/pending", Gate.PAYROLL, this::pending);
        routes.get("/api/payroll/timesheets/employee/{employee}", Gate.WORKING, this::ofEmployee);
        routes.put("/api/payroll/timesheets/{id}", Gate.WORKING, this::change);
        routes.delete("/api/payroll/timesheets/{id}", Gate.PAYROLL, this::delete);
        routes.post("/api/payroll/timesheets/{id}/submit", Gate.WORKING, this::submit);
        routes.post("/api/payroll/timesheets/{id}/reset-to-draft", Gate.WORKING, this::resetToDraft);
        routes.post("/api/payroll/timesheets/{id}/approve", Gate.PAYROLL, this::approve);
        routes.get("/api/payroll/reports/payslip/{id}", Gate.WORKING, this::payslip);
    }

    private Answer ofWeek(Call call) {
        LocalDate monday = call.query("week_starting")
                .map(TimesheetEndpoints::monday)
                .orElseGet(() -> LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        Document employee = employees.openTo(call.caller(), call.path("employee"));
        return Answer.bare(Decimals.shown(weeks.sheetOf(employee.getString("id"), monday)));
    }

    private Answer pending(Call call) {
        return Answer.ok(
                "Pending timesheets", timesheets.pending().map(Decimals::shown).into(new ArrayList<>()));
    }

    private Answer ofEmployee(Call call) {
        Document employee = employees.openTo(call.caller(), call.path("employee"));
        return Answer.ok(
                "Timesheets of the employee",
                timesheets
                        .ofEmployee(employee.getString("id"))
                        .map(Decimals::shown)
                        .into(new ArrayList<>()));
    }

    private Answer change(Call call) {
        TimesheetChange change = call.body(TimesheetChange.class);
        Document sheet = reachable(call);
        if (!change.employeeId().equals(sheet.getString("employee_id"))
                || !change.weekStarting().toString().equals(sheet.getString("week_starting"))) {
            throw Refusal.badRequest("This timesheet belongs to employee " + sheet.getString("employee_id")
                    + " and the week of " + sheet.getString("week_starting"));
        }
        timesheets.replaceEntries(sheet.getString("id"), change.documents());
        return Answer.ok("Timesheet updated");
    }

    private Answer delete(Call call) {
        timesheets.delete(call.path("id"));
        return Answer.ok("Timesheet deleted");
    }

    private Answer submit(Call call) {
        submissions.submit(reachable(call).getString("id"), call.caller());
        return Answer.ok("Timesheet submitted");
    }

    private Answer resetToDraft(Call call) {
        timesheets.resetToDraft(reachable(call).getString("id"));
        return Answer.ok("Timesheet is a draft again");
    }

    private Answer approve(Call call) {
        Pay pay = approvals.approve(call.path("id"), call.caller());
        return Answer.ok(
                "Timesheet approved",
                Map.of(
                        "gross_pay", Decimals.text(pay.gross()),
                        "net_pay", Decimals.text(pay.net()),
                        "hours_worked", Decimals.text(pay.hours().worked())));
    }

    private Answer payslip(Call call) {
        return Answer.ok("Payslip", Decimals.shown(payslips.of(reachable(call).getString("id"))));
    }

    private Document reachable(Call call) {
        Document sheet = timesheets.byId(call.path("id"));
        employees.openTo(call.caller(), sheet.getString("employee_id"));
        return sheet;
    }

    private static LocalDate monday(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
                return date;
            }
            throw invalidWeek("must be a Monday, " + text + " is a " + date.getDayOfWeek());
        } catch (DateTimeParseException e) {
            throw invalidWeek("must be a date YYYY-MM-DD, was " + text);
        }
    }

    private static Refusal invalidWeek(String message) {
        return Refusal.invalid(new FieldProblem("query", "week_starting", message));
    }
}
