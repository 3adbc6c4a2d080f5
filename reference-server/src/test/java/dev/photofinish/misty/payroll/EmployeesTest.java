package dev.photofinish.misty.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class EmployeesTest {

    private final TestDatabase database;
    private TestMisty misty;

    EmployeesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void theListMakesOneProfileForEachUser() {
        var replies = Contenders.together(8, () -> misty.as("manager-a").get("/api/payroll/employees"));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies.getFirst().body()).hasSize(7);
        assertThat(misty.collection("employee_profiles").countDocuments()).isEqualTo(7);
        assertThat(replies.getFirst().text("/0/employee_number")).matches("EMP\\d{4}");
        assertThat(replies.getFirst().text("/0/hourly_rate")).isEqualTo("25.00");
    }

    @Test
    void aDisabledUserGetsNoProfile() {
        misty.collection("users").updateOne(Filters.eq("username", "sales-b"), Updates.set("is_active", false));

        var list = misty.as("admin").get("/api/payroll/employees");

        assertThat(list.body()).hasSize(6);
    }

    @Test
    void onlyPayrollSeesTheList() {
        assertThat(misty.as("sales-a").get("/api/payroll/employees").status()).isEqualTo(403);
        assertThat(misty.as("production-a").get("/api/payroll/employees").status())
                .isEqualTo(403);
    }

    @Test
    void everyoneHasAnOwnProfileAndOnlyPayrollSeesOthers() {
        var own = misty.as("sales-a").get("/api/payroll/employees/me/profile");
        String path = "/api/payroll/employees/" + own.text("/id");

        assertThat(own.status()).isEqualTo(200);
        assertThat(misty.as("sales-a").get(path).text("/email")).isEqualTo("sales-a@misty.example");
        assertThat(misty.as("sales-a").get(path + "/leave-balances").status()).isEqualTo(200);
        assertThat(misty.as("sales-b").get(path).status()).isEqualTo(403);
        assertThat(misty.as("sales-b").get(path + "/leave-balances").status()).isEqualTo(403);
        assertThat(misty.as("manager-a").get(path).status()).isEqualTo(200);
        assertThat(misty.as("manager-a").get("/api/payroll/employees/nobody").status())
                .isEqualTo(404);
    }

    @Test
    void aNewEmployeeHasAYearsLeaveAfterAYear() {
        String id = create("EMP-X", "u-1").text("/data/id");

        var balances = misty.as("admin").get("/api/payroll/employees/" + id + "/leave-balances");

        assertThat(balances.text("/annual_leave_balance")).isEqualTo("152.00");
        assertThat(balances.text("/sick_leave_balance")).isEqualTo("76.00");
        assertThat(balances.text("/personal_leave_balance")).isEqualTo("38.00");
        assertThat(balances.text("/long_service_leave_balance")).isEqualTo("0.00");
    }

    @Test
    void aNumberIsGivenOnce() {
        var replies =
                Contenders.together(6, () -> create("EMP-X", UUID.randomUUID().toString()));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(400);
        assertThat(misty.collection("employee_profiles").countDocuments()).isEqualTo(1);
    }

    @Test
    void aNumberEnteredByHandIsPassedOver() {
        create("EMP0001", "u-1");

        var own = misty.as("sales-a").get("/api/payroll/employees/me/profile");

        assertThat(own.text("/employee_number")).isEqualTo("EMP0002");
    }

    @Test
    void onlyAnAdminMakesAndChangesEmployees() {
        String id = create("EMP-X", "u-1").text("/data/id");
        String path = "/api/payroll/employees/" + id;

        assertThat(misty.as("manager-a").put(path, "{'hourly_rate': 40}").status())
                .isEqualTo(403);
        assertThat(misty.as("admin")
                        .put(path, "{'hourly_rate': 40.005, 'position': 'Winder'}")
                        .status())
                .isEqualTo(200);
        assertThat(misty.as("admin").get(path).text("/hourly_rate")).isEqualTo("40.01");
        assertThat(misty.as("admin").get(path).text("/position")).isEqualTo("Winder");
        assertThat(misty.as("admin")
                        .put("/api/payroll/employees/nobody", "{'hourly_rate': 40}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWrongFieldIsNamed() {
        String id = create("EMP-X", "u-1").text("/data/id");
        String path = "/api/payroll/employees/" + id;

        assertThat(field(misty.as("admin").put(path, "{'hourly_rate': 0}"))).isEqualTo("hourly_rate");
        assertThat(field(misty.as("admin").put(path, "{'hourly_rate': '40'}"))).isEqualTo("hourly_rate");
        assertThat(field(misty.as("admin").put(path, "{'annual_leave_balance': 1000}")))
                .isEqualTo("annual_leave_balance");
        assertThat(field(misty.as("admin").post("/api/payroll/employees", "{'user_id': 'u'}")))
                .isEqualTo("hourly_rate");
    }

    @Test
    void everyAdjustmentCountsAndLeavesItsRecord() {
        String id = create("EMP-X", "u-1").text("/data/id");

        var replies = Contenders.together(10, () -> adjust(id, "annual_leave", "-2.5"));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).extracting(reply -> reply.text("/data/new_balance")).contains("127.00");
        assertThat(misty.as("admin").get("/api/payroll/employees/" + id).text("/annual_leave_balance"))
                .isEqualTo("127.00");
        assertThat(misty.documents("leave_adjustments", Filters.eq("employee_id", id)))
                .hasSize(10);
    }

    @Test
    void anAdjustmentNeedsABalanceAnEmployeeAndAnAdmin() {
        String id = create("EMP-X", "u-1").text("/data/id");

        assertThat(field(adjust(id, "unpaid_leave", "1"))).isEqualTo("leave_type");
        assertThat(field(adjust(id, "holiday", "1"))).isEqualTo("leave_type");
        assertThat(adjust("nobody", "sick_leave", "1").status()).isEqualTo(404);
        assertThat(misty.as("manager-a")
                        .post("/api/payroll/leave-adjustments", adjustment(id, "sick_leave", "1"))
                        .status())
                .isEqualTo(403);
    }

    private Reply create(String number, String userId) {
        return misty.as("admin")
                .post(
                        "/api/payroll/employees",
                        "{'user_id': '" + userId + "', 'employee_number': '" + number + "', 'first_name': 'Ada',"
                                + " 'last_name': 'Byron', 'email': 'ada@misty.example', 'position': 'Slitter',"
                                + " 'start_date': '2020-01-06', 'hourly_rate': 30}");
    }

    private Reply adjust(String employee, String type, String hours) {
        return misty.as("admin").post("/api/payroll/leave-adjustments", adjustment(employee, type, hours));
    }

    private static String adjustment(String employee, String type, String hours) {
        return "{'employee_id': '" + employee + "', 'leave_type': '" + type + "', 'adjustment_amount': " + hours
                + ", 'reason': 'count'}";
    }

    private static String field(Reply refused) {
        assertThat(refused.status()).isEqualTo(422);
        JsonNode place = refused.body().at("/detail/0/loc");
        return StreamSupport.stream(place.spliterator(), false)
                .toList()
                .getLast()
                .asText();
    }
}
