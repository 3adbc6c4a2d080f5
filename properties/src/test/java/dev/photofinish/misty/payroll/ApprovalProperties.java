package dev.photofinish.misty.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.model.Filters;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import dev.photofinish.misty.users.Users;
import dev.photofinish.properties.arena.Arena;
import dev.photofinish.properties.arena.Falsified;
import dev.photofinish.properties.arena.Played;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four managers approve or give back an employee's timesheets and correct the leave, by any schedule of their commands. */
class ApprovalProperties {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<String> WEEKS = List.of("2026-03-02", "2026-03-09");
    private static final double HOURS = 38;
    /** 152 hours a year, a 52nd of it for a full week. */
    private static final double LEAVE_OF_A_WEEK = 2.92;

    private static final Hazards HAZARD = Arena.only(Hazard.TIMESHEET_APPROVAL);

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Provide
    Arbitrary<List<PayrollCall>> contests() {
        Arbitrary<PayrollCall> approvals = Arbitraries.integers().between(0, 1).map(PayrollCall.Approve::new);
        Arbitrary<PayrollCall> resets = Arbitraries.integers().between(0, 1).map(PayrollCall.Reset::new);
        Arbitrary<PayrollCall> adjustments =
                Arbitraries.integers().between(-8, 8).map(PayrollCall.Adjust::new);
        return Arena.contests(
                Arbitraries.frequencyOf(Tuple.of(3, approvals), Tuple.of(1, resets), Tuple.of(2, adjustments)));
    }

    @Provide
    Arbitrary<List<PayrollCall>> approvals() {
        Arbitrary<PayrollCall> approvals = Arbitraries.integers().between(0, 1).map(PayrollCall.Approve::new);
        return Arena.contests(approvals);
    }

    @Property(tries = 120, seed = "51")
    void everySheetIsApprovedAndPaidOnceAndNoLeaveIsLost(
            @ForAll("contests") List<PayrollCall> calls,
            @ForAll @Size(max = 24) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertPaidOnce(Hazards.none(), calls, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "52")
    void withItsHazardOnOneIsPaidTwice(
            @ForAll("approvals") List<PayrollCall> calls,
            @ForAll @Size(max = 24) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertPaidOnce(HAZARD, calls, schedule);
    }

    /** Nobody suspected this one: an approval writes balances that it read before another manager's deduction. */
    @Falsified(switches = 1)
    @Property(tries = 300, seed = "53")
    void withItsHazardOnADeductionIsLostBesideAnApproval(
            @ForAll @IntRange(min = -8, max = -1) int deduction,
            @ForAll @Size(max = 24) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertPaidOnce(HAZARD, List.of(new PayrollCall.Approve(0), new PayrollCall.Adjust(deduction)), schedule);
    }

    private static void assertPaidOnce(Hazards hazards, List<PayrollCall> calls, List<Integer> schedule)
            throws InterruptedException {
        Books books = new Books(hazards);

        Played played = ARENA.play(calls, books::carryOut, schedule);

        Map<Integer, Integer> approvals = new HashMap<>();
        int adjusted = 0;
        for (int contender = 0; contender < calls.size(); contender++) {
            boolean accepted = played.accepted(contender).isPresent();
            switch (calls.get(contender)) {
                case PayrollCall.Approve approve -> approvals.merge(approve.week(), accepted ? 1 : 0, Integer::sum);
                case PayrollCall.Reset reset -> {}
                case PayrollCall.Adjust adjust -> adjusted += adjust.hours();
            }
        }
        int paid = approvals.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(approvals.values())
                .as("approvals of each sheet by %s", played.schedule())
                .allMatch(times -> times <= 1);
        assertThat(books.approvedSheets()).isEqualTo(paid);
        assertThat(books.payslips()).isEqualTo(paid);
        assertThat(books.annualLeave())
                .as("leave by %s", played.schedule())
                .isCloseTo(adjusted + paid * LEAVE_OF_A_WEEK, within(0.001));
    }

    /** An employee with two submitted sheets. */
    private static final class Books {

        private final Store store;
        private final String employee = UUID.randomUUID().toString();
        private final Timesheets timesheets;
        private final LeaveAdjustments adjustments;
        private final Approvals approvals;

        Books(Hazards hazards) {
            store = ARENA.store(hazards);
            Employees employees = new Employees(store, new Users(store, CLOCK), CLOCK);
            timesheets = new Timesheets(store, CLOCK);
            adjustments = new LeaveAdjustments(store, new Outbox(store), CLOCK);
            new Payslips(store, hazards);
            approvals = hazards.choose(
                    Hazard.TIMESHEET_APPROVAL,
                    () -> new ReadThenWriteApprovals(timesheets, employees, store, hazards, CLOCK),
                    () -> new GuardedApprovals(timesheets, employees, store, new Outbox(store), CLOCK));
            Document user = new Document("id", employee).append("full_name", "Ada Byron");
            store.collection(Employees.COLLECTION)
                    .insertOne(Profile.ofUser(user, employee, CLOCK).append("id", employee));
            WEEKS.forEach(week -> store.collection(Timesheets.COLLECTION).insertOne(sheet(week)));
        }

        String carryOut(PayrollCall call, Caller by) {
            switch (call) {
                case PayrollCall.Approve approve -> approvals.approve(id(WEEKS.get(approve.week())), by);
                case PayrollCall.Reset reset -> timesheets.resetToDraft(id(WEEKS.get(reset.week())));
                case PayrollCall.Adjust adjust ->
                    adjustments.make(
                            new LeaveAdjustments.Adjustment(
                                    employee, LeaveType.ANNUAL_LEAVE, adjust.hours(), "counted"),
                            by);
            }
            return "done";
        }

        long approvedSheets() {
            return store.collection(Timesheets.COLLECTION)
                    .countDocuments(Filters.and(
                            Filters.eq("employee_id", employee), Filters.eq("status", TimesheetStatus.APPROVED.id())));
        }

        long payslips() {
            return store.collection(Payslips.COLLECTION).countDocuments(Filters.eq("employee_id", employee));
        }

        double annualLeave() {
            return profile().getDouble("annual_leave_balance");
        }

        private Document profile() {
            return store.collection(Employees.COLLECTION)
                    .find(Filters.eq("id", employee))
                    .first();
        }

        private String id(String week) {
            return employee + "/" + week;
        }

        private Document sheet(String week) {
            return new Document("id", id(week))
                    .append("employee_id", employee)
                    .append("week_starting", week)
                    .append("status", TimesheetStatus.SUBMITTED.id())
                    .append("version", 1L)
                    .append(
                            "entries",
                            List.of(new Document("date", week)
                                    .append("regular_hours", HOURS)
                                    .append("overtime_hours", 0.0)
                                    .append("leave_hours", new Document())));
        }
    }
}
