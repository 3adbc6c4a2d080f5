package dev.photofinish.misty.payroll;

import com.mongodb.client.model.Updates;
import dev.photofinish.misty.http.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The body of {@code PUT /api/payroll/employees/{id}}: what is absent stays as it is. Balances change by adjustments only. */
record EmployeeChange(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> department,
        Optional<String> position,
        Optional<String> employmentType,
        Optional<Double> hourlyRate,
        Optional<Double> weeklyHours,
        Optional<Double> annualLeaveEntitlement,
        Optional<Double> sickLeaveEntitlement,
        Optional<Double> personalLeaveEntitlement,
        Optional<String> taxFileNumber,
        Optional<String> bankAccount,
        Optional<Boolean> isActive) {

    EmployeeChange {
        hourlyRate.ifPresent(rate -> InvalidField.positive("hourly_rate", rate));
        weeklyHours.ifPresent(hours -> InvalidField.notNegative("weekly_hours", hours));
        annualLeaveEntitlement.ifPresent(hours -> InvalidField.notNegative("annual_leave_entitlement", hours));
        sickLeaveEntitlement.ifPresent(hours -> InvalidField.notNegative("sick_leave_entitlement", hours));
        personalLeaveEntitlement.ifPresent(hours -> InvalidField.notNegative("personal_leave_entitlement", hours));
    }

    /** The assignments of the fields that are present. */
    List<Bson> assignments() {
        List<Bson> assignments = new ArrayList<>();
        firstName.ifPresent(value -> assignments.add(Updates.set("first_name", value)));
        lastName.ifPresent(value -> assignments.add(Updates.set("last_name", value)));
        email.ifPresent(value -> assignments.add(Updates.set("email", value)));
        phone.ifPresent(value -> assignments.add(Updates.set("phone", value)));
        department.ifPresent(value -> assignments.add(Updates.set("department", value)));
        position.ifPresent(value -> assignments.add(Updates.set("position", value)));
        employmentType.ifPresent(value -> assignments.add(Updates.set("employment_type", value)));
        taxFileNumber.ifPresent(value -> assignments.add(Updates.set("tax_file_number", value)));
        bankAccount.ifPresent(value -> assignments.add(Updates.set("bank_account", value)));
        isActive.ifPresent(value -> assignments.add(Updates.set("is_active", value)));
        amount(assignments, "hourly_rate", hourlyRate);
        amount(assignments, "weekly_hours", weeklyHours);
        amount(assignments, "annual_leave_entitlement", annualLeaveEntitlement);
        amount(assignments, "sick_leave_entitlement", sickLeaveEntitlement);
        amount(assignments, "personal_leave_entitlement", personalLeaveEntitlement);
        return assignments;
    }

    private static void amount(List<Bson> assignments, String field, Optional<Double> amount) {
        amount.ifPresent(value -> assignments.add(Updates.set(field, Decimals.stored(value))));
    }
}
