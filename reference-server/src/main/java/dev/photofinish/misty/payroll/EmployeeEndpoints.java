package dev.photofinish.misty.payroll;

import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bson.Document;

/** The employees over HTTP. */
final class EmployeeEndpoints {

    private final Employees employees;
    private final LeaveAdjustments adjustments;

    EmployeeEndpoints(Employees employees, LeaveAdjustments adjustments) {
        this.employees = employees;
        this.adjustments = adjustments;
    }

    void addTo(Routes routes) {
        routes.get("/api/payroll/employees", Gate.PAYROLL, this::list);
        routes.get("/api/payroll/employees/me/profile", Gate.WORKING, this::own);
        routes.get("/api/payroll/employees/{id}", Gate.WORKING, this::one);
        routes.get("/api/payroll/employees/{id}/leave-balances", Gate.WORKING, this::balances);
        routes.post("/api/payroll/employees", Gate.ADMIN_ONLY, this::create);
        routes.put("/api/payroll/employees/{id}", Gate.ADMIN_ONLY, this::change);
        routes.post("/api/payroll/leave-adjustments", Gate.ADMIN_ONLY, this::adjust);
    }

    private Answer list(Call call) {
        return Answer.bare(StreamSupport.stream(employees.list().spliterator(), false)
                .map(Decimals::shown)
                .toList());
    }

    private Answer own(Call call) {
        return Answer.bare(Decimals.shown(employees.of(call.caller())));
    }

    private Answer one(Call call) {
        return Answer.bare(Decimals.shown(employees.openTo(call.caller(), call.path("id"))));
    }

    private Answer balances(Call call) {
        Document profile = employees.openTo(call.caller(), call.path("id"));
        Map<String, Object> balances = new LinkedHashMap<>();
        balances.put("employee_id", profile.getString("id"));
        for (LeaveType type : LeaveType.withBalance()) {
            balances.put(type.balanceField(), Decimals.text(Decimals.in(profile, type.balanceField())));
        }
        return Answer.bare(balances);
    }

    private Answer create(Call call) {
        return Answer.ok("Employee created", Map.of("id", employees.create(call.body(NewEmployee.class))));
    }

    private Answer change(Call call) {
        employees.change(call.path("id"), call.body(EmployeeChange.class));
        return Answer.ok("Employee updated");
    }

    private Answer adjust(Call call) {
        LeaveAdjustments.Made made = adjustments.make(call.body(LeaveAdjustments.Adjustment.class), call.caller());
        return Answer.ok(
                "Leave balance adjusted",
                Map.of("adjustment_id", made.id(), "new_balance", Decimals.text(made.newBalance())));
    }
}
