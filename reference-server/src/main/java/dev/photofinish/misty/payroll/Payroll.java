package dev.photofinish.misty.payroll;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import dev.photofinish.misty.users.Users;
import java.time.Clock;

/** Employees, timesheets, approvals and payslips. */
public final class Payroll implements Feature {

    private final Outbox outbox;
    private final EmployeeEndpoints employeeEndpoints;
    private final TimesheetEndpoints timesheetEndpoints;

    /** Makes sure of the collections' indexes. */
    public Payroll(Store store, Users users, Hazards hazards, Clock clock) {
        this.outbox = new Outbox(store);
        Employees employees = new Employees(store, users, clock);
        Timesheets timesheets = new Timesheets(store, clock);
        Payslips payslips = new Payslips(store, hazards);
        Submissions submissions = hazards.choose(
                Hazard.TIMESHEET_SUBMISSION,
                () -> new AnyStatusSubmissions(timesheets, store, hazards, clock),
                () -> new GuardedSubmissions(timesheets, clock));
        Approvals approvals = hazards.choose(
                Hazard.TIMESHEET_APPROVAL,
                () -> new ReadThenWriteApprovals(timesheets, employees, store, hazards, clock),
                () -> new GuardedApprovals(timesheets, employees, store, outbox, clock));
        this.employeeEndpoints = new EmployeeEndpoints(employees, new LeaveAdjustments(store, outbox, clock));
        this.timesheetEndpoints = new TimesheetEndpoints(
                Weeks.with(hazards, store, clock), timesheets, employees, submissions, approvals, payslips, clock);
    }

    @Override
    public void addTo(Routes routes) {
        employeeEndpoints.addTo(routes);
        timesheetEndpoints.addTo(routes);
    }

    @Override
    public void recover() {
        outbox.deliverAll(Timesheets.COLLECTION);
        outbox.deliverAll(Employees.COLLECTION);
    }
}
