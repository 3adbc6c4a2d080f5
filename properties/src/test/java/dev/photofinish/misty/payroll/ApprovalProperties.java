package dev.photofinish.misty.payroll;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four managers approve timesheets of one employee, the same one or another, by any schedule of their commands. */
class ApprovalProperties {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<String> WEEKS = List.of("2026-03-02", "2026-03-09");
    private static final double HOURS = 38;

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Property(tries = 100, seed = "51")
    void everySheetIsApprovedAndPaidOnce(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(max = 1) Integer> weeks,
            @ForAll @Size(max = 24) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertPaidOnce(Hazards.none(), weeks, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "52")
    void withItsHazardOnOneIsPaidTwice(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(max = 1) Integer> weeks,
            @ForAll @Size(max = 24) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertPaidOnce(new Hazards(Set.of(Hazard.TIMESHEET_APPROVAL), Duration.ZERO), weeks, schedule);
    }

    private static void assertPaidOnce(Hazards hazards, List<Integer> weeks, List<Integer> schedule)
            throws InterruptedException {
        Books books = new Books(hazards);

        Played played = ARENA.play(books.contenders(weeks), schedule);

        long sheets = weeks.stream().distinct().count();
        assertThat(played.acceptances())
                .as("approvals by %s", played.schedule())
                .isEqualTo((int) sheets);
        assertThat(books.payslips()).isEqualTo(sheets);
        assertThat(books.annualLeave())
                .as("leave, of which each week earns as much")
                .isEqualTo(sheets * books.annualLeaveOfAWeek());
    }

    /** An employee with two submitted sheets. */
    private static final class Books {

        private final Store store;
        private final String employee = UUID.randomUUID().toString();
        private final Approvals approvals;

        Books(Hazards hazards) {
            store = ARENA.store(hazards);
            Employees employees = new Employees(store, new Users(store, CLOCK), CLOCK);
            Timesheets timesheets = new Timesheets(store, CLOCK);
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

        List<Callable<Pay>> contenders(List<Integer> weeks) {
            List<Callable<Pay>> contenders = new ArrayList<>();
            for (int week : weeks) {
                Caller by = Arena.caller(contenders.size());
                contenders.add(() -> approvals.approve(id(WEEKS.get(week)), by));
            }
            return contenders;
        }

        long payslips() {
            return store.collection(Payslips.COLLECTION).countDocuments(Filters.eq("employee_id", employee));
        }

        double annualLeave() {
            return profile().getDouble("annual_leave_balance");
        }

        /** 152 hours a year, a 52nd of it for a full week; no other number of weeks here needs rounding of its own. */
        double annualLeaveOfAWeek() {
            return 2.92;
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
