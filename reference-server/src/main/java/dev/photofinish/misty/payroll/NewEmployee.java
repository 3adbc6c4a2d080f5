package dev.photofinish.misty.payroll;

import dev.photofinish.misty.http.InvalidField;
import java.time.LocalDate;
import java.util.Optional;

/** The body of {@code POST /api/payroll/employees}; hours of leave are a year's. */
record NewEmployee(
        String userId,
        String employeeNumber,
        String firstName,
        String lastName,
        String email,
        String position,
        LocalDate startDate,
        double hourlyRate,
        Optional<String> phone,
        Optional<String> department,
        Optional<String> employmentType,
        Optional<Double> weeklyHours,
        Optional<Double> annualLeaveEntitlement,
        Optional<Double> sickLeaveEntitlement,
        Optional<Double> personalLeaveEntitlement,
        Optional<String> taxFileNumber,
        Optional<String> bankAccount) {

    NewEmployee {
        InvalidField.notBlank("user_id", userId);
        InvalidField.notBlank("employee_number", employeeNumber);
        InvalidField.positive("hourly_rate", hourlyRate);
        weeklyHours.ifPresent(hours -> InvalidField.notNegative("weekly_hours", hours));
        annualLeaveEntitlement.ifPresent(hours -> InvalidField.notNegative("annual_leave_entitlement", hours));
        sickLeaveEntitlement.ifPresent(hours -> InvalidField.notNegative("sick_leave_entitlement", hours));
        personalLeaveEntitlement.ifPresent(hours -> InvalidField.notNegative("personal_leave_entitlement", hours));
    }
}
