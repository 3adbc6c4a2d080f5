package dev.photofinish.misty.payroll;

import com.mongodb.client.model.Filters;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/** One week's timesheets over HTTP, for tests. */
final class Week {

    static final String MONDAY = "2026-03-02";

    private final TestMisty misty;

    Week(TestMisty misty) {
        this.misty = misty;
    }

    /** The id of the user's profile. */
    String employee(String username) {
        return misty.as(username).get("/api/payroll/employees/me/profile").text("/id");
    }

    Reply sheet(String username, String employee) {
        return sheet(username, employee, LocalDate.parse(MONDAY));
    }

    Reply sheet(String username, String employee, LocalDate monday) {
        return misty.as(username).get("/api/payroll/timesheets/current-week/" + employee + "?week_starting=" + monday);
    }

    /** The id of the user's submitted sheet with these hours. */
    String submitted(String username, double hours) {
        String employee = employee(username);
        String sheet = sheet(username, employee).text("/id");
        enter(username, sheet, employee, hours);
        post(username, sheet, "submit");
        return sheet;
    }

    Reply enter(String username, String sheet, String employee, double hours) {
        return enter(username, sheet, employee, "'regular_hours': " + hours);
    }

    Reply enter(String username, String sheet, String employee, String entry) {
        return misty.as(username)
                .put(
                        "/api/payroll/timesheets/" + sheet,
                        "{'employee_id': '" + employee + "', 'week_starting': '" + MONDAY
                                + "', 'entries': [{'date': '2026-03-03', " + entry + "}]}");
    }

    Reply post(String username, String sheet, String action) {
        return misty.as(username).post("/api/payroll/timesheets/" + sheet + "/" + action, "");
    }

    List<Document> payslips(String sheet) {
        return misty.documents("payslips", Filters.eq("timesheet_id", sheet));
    }

    List<Document> calculations(String sheet) {
        return misty.documents("payroll_calculations", Filters.eq("timesheet_id", sheet));
    }
}
