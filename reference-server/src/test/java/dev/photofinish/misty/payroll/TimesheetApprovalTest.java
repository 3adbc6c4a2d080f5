package dev.photofinish.misty.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.MistyClient;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.store.Outbox;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class TimesheetApprovalTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Week week;

    TimesheetApprovalTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
        week = new Week(misty);
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void anApprovalPaysAndAccruesLeave() {
        String sheet = week.submitted("sales-a", 38);

        var approved = week.post("manager-a", sheet, "approve");

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("/data/gross_pay")).isEqualTo("950.00");
        assertThat(approved.text("/data/net_pay")).isEqualTo("842.15");
        assertThat(approved.text("/data/hours_worked")).isEqualTo("38.00");
        var profile = misty.as("sales-a").get("/api/payroll/employees/me/profile");
        assertThat(profile.text("/annual_leave_balance")).isEqualTo("2.92");
        assertThat(profile.text("/sick_leave_balance")).isEqualTo("1.46");
        assertThat(profile.text("/personal_leave_balance")).isEqualTo("0.73");
    }

    @Test
    void overtimePaysHalfAgainAndLeaveTakenIsDeducted() {
        String employee = week.employee("sales-a");
        String sheet = week.sheet("sales-a", employee).text("/id");
        week.enter(
                "sales-a",
                sheet,
                employee,
                "'regular_hours': 30.4, 'overtime_hours': 2, 'leave_hours': {'annual_leave': 7.6}, 'notes': 'late'");
        week.post("sales-a", sheet, "submit");

        var approved = week.post("manager-a", sheet, "approve");

        assertThat(approved.text("/data/gross_pay")).isEqualTo("835.00");
        assertThat(approved.text("/data/hours_worked")).isEqualTo("32.40");
        assertThat(misty.as("sales-a").get("/api/payroll/employees/me/profile").text("/annual_leave_balance"))
                .isEqualTo("-5.26");
    }

    @Test
    void thePayslipIsThereOnceAfterTheApprovalAndNotBefore() {
        String sheet = week.submitted("sales-a", 38);
        String path = "/api/payroll/reports/payslip/" + sheet;

        assertThat(misty.as("sales-a").get(path).status()).isEqualTo(404);
        week.post("manager-a", sheet, "approve");
        var first = misty.as("sales-a").get(path);
        var second = misty.as("sales-a").get(path);

        assertThat(first.text("/data/net_pay")).isEqualTo("842.15");
        assertThat(second.text("/data/id")).isEqualTo(first.text("/data/id"));
        assertThat(misty.as("sales-b").get(path).status()).isEqualTo(403);
        assertThat(week.payslips(sheet)).hasSize(1);
    }

    @Test
    void ofManyApprovalsOneIsAccepted() {
        String sheet = week.submitted("sales-a", 38);
        MistyClient manager = misty.as("manager-a");

        var replies = Contenders.together(10, () -> approve(manager, sheet));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(week.payslips(sheet)).hasSize(1);
        assertThat(week.calculations(sheet)).hasSize(1);
        assertThat(balance("sales-a")).isEqualTo(2.92, within(0.001));
        assertThat(misty.document("timesheets", sheet).getList("outbox", Document.class))
                .isEmpty();
    }

    @Test
    void approvalsOfDifferentSheetsAllCount() {
        String employee = week.employee("sales-a");
        List<String> sheets = List.of("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23").stream()
                .map(monday -> submitted(employee, monday))
                .toList();
        MistyClient admin = misty.as("admin");
        Iterator<String> waiting = sheets.iterator();

        Contenders.together(4, () -> approve(admin, next(waiting)));

        assertThat(balance("sales-a")).isEqualTo(4 * 2.92, within(0.001));
    }

    @Test
    void aDraftIsNotApproved() {
        String sheet = week.sheet("sales-a", week.employee("sales-a")).text("/id");

        assertThat(week.post("manager-a", sheet, "approve").status()).isEqualTo(409);
        assertThat(week.post("manager-a", "nothing", "approve").status()).isEqualTo(404);
    }

    @Test
    void theNextStartFinishesAnApprovalThatWasInterrupted() {
        String sheet = week.submitted("sales-a", 38);
        List<Document> consequences = consequences(sheet, week.employee("sales-a"));
        interrupt(sheet, consequences);

        misty.restart();

        assertThat(week.payslips(sheet)).hasSize(1);
        assertThat(balance("sales-a")).isEqualTo(2.92, within(0.001));
        assertThat(misty.document("timesheets", sheet).getList("outbox", Document.class))
                .isEmpty();
        assertThat(week.post("manager-a", sheet, "approve").status()).isEqualTo(409);
    }

    @Test
    void whatWasDeliveredJustBeforeTheInterruptionIsNotDeliveredAgain() {
        String sheet = week.submitted("sales-a", 38);
        List<Document> consequences = consequences(sheet, week.employee("sales-a"));
        interrupt(sheet, consequences);
        misty.restart();
        interrupt(sheet, consequences);

        misty.restart();

        assertThat(week.payslips(sheet)).hasSize(1);
        assertThat(balance("sales-a")).isEqualTo(2.92, within(0.001));
    }

    @Test
    void theApprovalHazardPaysTwice() {
        startWith(Hazard.TIMESHEET_APPROVAL);
        String sheet = week.submitted("sales-a", 38);
        MistyClient manager = misty.as("manager-a");

        var replies = Contenders.together(8, () -> approve(manager, sheet));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSizeGreaterThan(1);
        assertThat(week.payslips(sheet)).hasSizeGreaterThan(1);
        assertThat(balance("sales-a"))
                .as("the balances were written, not added to")
                .isEqualTo(2.92, within(0.001));
    }

    /** Leaves the sheet as a server that died right after the update that approves it. */
    private void interrupt(String sheet, List<Document> consequences) {
        misty.collection("timesheets")
                .updateOne(
                        Filters.eq("id", sheet),
                        Updates.combine(Updates.set("status", "approved"), Outbox.put(consequences)));
    }

    private static List<Document> consequences(String sheet, String employee) {
        return List.of(
                Outbox.insert("payslips", new Document("id", "slip").append("timesheet_id", sheet)),
                Outbox.increment("employee_profiles", employee, Map.of("annual_leave_balance", 2.92)));
    }

    private static Reply approve(MistyClient manager, String sheet) {
        return manager.post("/api/payroll/timesheets/" + sheet + "/approve", "");
    }

    private String submitted(String employee, String monday) {
        MistyClient admin = misty.as("admin");
        String sheet = admin.get("/api/payroll/timesheets/current-week/" + employee + "?week_starting=" + monday)
                .text("/id");
        admin.put(
                "/api/payroll/timesheets/" + sheet,
                "{'employee_id': '" + employee + "', 'week_starting': '" + monday + "', 'entries': [{'date': '" + monday
                        + "', 'regular_hours': 38}]}");
        week.post("admin", sheet, "submit");
        return sheet;
    }

    private double balance(String username) {
        return misty.document("employee_profiles", week.employee(username)).getDouble("annual_leave_balance");
    }

    private static synchronized String next(Iterator<String> sheets) {
        return sheets.next();
    }

    private void startWith(Hazard hazard) {
        misty.close();
        misty = TestMisty.on(database.uri(), hazard);
        week = new Week(misty);
    }
}
