package dev.photofinish.misty.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class TimesheetsTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Week week;

    TimesheetsTest(TestDatabase database) {
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
    void everyoneWhoAsksGetsTheSameSheetOfAWeek() {
        String employee = week.employee("sales-a");

        var replies = Contenders.together(8, () -> week.sheet("manager-a", employee));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies)
                .extracting(reply -> reply.text("/id"))
                .containsOnly(replies.getFirst().text("/id"));
        assertThat(replies.getFirst().text("/status")).isEqualTo("draft");
        assertThat(replies.getFirst().text("/week_starting")).isEqualTo("2026-03-02");
        assertThat(misty.collection("timesheets").countDocuments()).isEqualTo(1);
    }

    @Test
    void aWeekBeginsOnAMonday() {
        String employee = week.employee("sales-a");
        String path = "/api/payroll/timesheets/current-week/" + employee + "?week_starting=";

        assertThat(misty.as("admin").get(path + "2026-03-04").status()).isEqualTo(422);
        assertThat(misty.as("admin").get(path + "next").status()).isEqualTo(422);
        assertThat(misty.as("admin")
                        .get("/api/payroll/timesheets/current-week/nobody")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyTheOwnerAndPayrollReachASheet() {
        String employee = week.employee("sales-a");
        String sheet = week.sheet("sales-a", employee).text("/id");

        assertThat(week.sheet("sales-b", employee).status()).isEqualTo(403);
        assertThat(week.enter("sales-b", sheet, employee, 38).status()).isEqualTo(403);
        assertThat(week.post("sales-b", sheet, "submit").status()).isEqualTo(403);
        assertThat(week.enter("sales-a", sheet, employee, 38).status()).isEqualTo(200);
        assertThat(week.post("sales-a", sheet, "submit").status()).isEqualTo(200);
        assertThat(week.post("sales-a", sheet, "approve").status()).isEqualTo(403);
        assertThat(misty.as("sales-a").get("/api/payroll/timesheets/pending").status())
                .isEqualTo(403);
        assertThat(misty.as("sales-a")
                        .delete("/api/payroll/timesheets/" + sheet)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void hoursAreSummedAndShownAsTexts() {
        String employee = week.employee("sales-a");
        String sheet = week.sheet("sales-a", employee).text("/id");

        week.enter("sales-a", sheet, employee, 7.6);

        var shown = week.sheet("sales-a", employee);
        assertThat(shown.text("/total_regular_hours")).isEqualTo("7.60");
        assertThat(shown.text("/entries/0/regular_hours")).isEqualTo("7.60");
        assertThat(shown.text("/version")).isEqualTo("2");
    }

    @Test
    void aSheetIsNotTakenForAnother() {
        String employee = week.employee("sales-a");
        String sheet = week.sheet("sales-a", employee).text("/id");

        assertThat(week.enter("admin", sheet, "somebody", 38).status()).isEqualTo(400);
        assertThat(week.enter("admin", "nothing", employee, 38).status()).isEqualTo(404);
        assertThat(week.enter("admin", sheet, employee, -1).status()).isEqualTo(422);
    }

    @Test
    void aDraftIsSubmittedOnce() {
        String sheet = week.sheet("sales-a", week.employee("sales-a")).text("/id");

        var replies = Contenders.together(8, () -> week.post("admin", sheet, "submit"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(misty.document("timesheets", sheet).get("version")).isEqualTo(2);
    }

    @Test
    void aSubmittedSheetGoesBackToDraftButAnApprovedOneDoesNot() {
        String sheet = week.submitted("sales-a", 38);

        assertThat(week.post("admin", sheet, "reset-to-draft").status()).isEqualTo(200);
        assertThat(week.post("admin", sheet, "reset-to-draft").status()).isEqualTo(409);
        assertThat(week.post("admin", sheet, "approve").status()).isEqualTo(409);
        assertThat(week.post("admin", sheet, "submit").status()).isEqualTo(200);
        assertThat(week.post("admin", sheet, "approve").status()).isEqualTo(200);
        assertThat(week.post("admin", sheet, "reset-to-draft").status()).isEqualTo(409);
        assertThat(week.post("admin", sheet, "submit").status()).isEqualTo(409);
    }

    @Test
    void anApprovedSheetIsNeitherChangedNorDeleted() {
        String sheet = week.submitted("sales-a", 38);
        week.post("admin", sheet, "approve");

        assertThat(week.enter("admin", sheet, week.employee("sales-a"), 60).status())
                .isEqualTo(400);
        assertThat(misty.as("admin").delete("/api/payroll/timesheets/" + sheet).status())
                .isEqualTo(400);
        assertThat(misty.document("timesheets", sheet).get("total_regular_hours"))
                .isEqualTo(38.0);
    }

    @Test
    void aDraftIsDeleted() {
        String sheet = week.sheet("sales-a", week.employee("sales-a")).text("/id");

        assertThat(misty.as("admin").delete("/api/payroll/timesheets/" + sheet).status())
                .isEqualTo(200);
        assertThat(misty.as("admin").delete("/api/payroll/timesheets/" + sheet).status())
                .isEqualTo(404);
    }

    @Test
    void theListsShowWhatWaitsAndWhatAnEmployeeHas() {
        String sheet = week.submitted("sales-a", 38);

        var pending = misty.as("manager-a").get("/api/payroll/timesheets/pending");
        var own = misty.as("sales-a").get("/api/payroll/timesheets/employee/" + week.employee("sales-a"));

        assertThat(pending.text("/data/0/id")).isEqualTo(sheet);
        assertThat(own.text("/data/0/id")).isEqualTo(sheet);
        assertThat(own.body().at("/data")).hasSize(1);
    }

    @Test
    void theSubmissionHazardSubmitsAnApprovedSheetAgain() {
        startWith(Hazard.TIMESHEET_SUBMISSION);
        String sheet = week.submitted("sales-a", 38);
        week.post("admin", sheet, "approve");

        assertThat(week.post("admin", sheet, "submit").status()).isEqualTo(200);
        assertThat(week.post("admin", sheet, "approve").status()).isEqualTo(200);

        assertThat(week.payslips(sheet)).hasSize(2);
    }

    @Test
    void theUpsertHazardIsRightOneAfterTheOther() {
        startWith(Hazard.UPSERT);
        String employee = week.employee("sales-a");

        String sheet = week.sheet("sales-a", employee).text("/id");

        assertThat(week.sheet("manager-a", employee).text("/id")).isEqualTo(sheet);
        assertThat(week.sheet("manager-a", employee).text("/status")).isEqualTo("draft");
        assertThat(week.enter("sales-a", sheet, employee, 38).status()).isEqualTo(200);
        assertThat(misty.collection("timesheets").countDocuments()).isEqualTo(1);
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded database carries out one command after the other")
    void theUpsertHazardGivesTwoAtOnceASheetEach() {
        startWith(Hazard.UPSERT);
        String employee = week.employee("sales-a");

        long different = 1;
        for (int round = 0; round < 100 && different == 1; round++) {
            LocalDate monday = LocalDate.parse(Week.MONDAY).plusWeeks(round);
            different = Contenders.together(4, () -> week.sheet("manager-a", employee, monday)).stream()
                    .map(reply -> reply.text("/id"))
                    .distinct()
                    .count();
        }

        assertThat(different).as("sheets of one week, opened at once").isGreaterThan(1);
    }

    private void startWith(Hazard hazard) {
        misty.close();
        misty = TestMisty.on(database.uri(), hazard);
        week = new Week(misty);
    }
}
