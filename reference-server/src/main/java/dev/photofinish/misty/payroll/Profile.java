package dev.photofinish.misty.payroll;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/** New documents of {@code employee_profiles}. Hours and rates are doubles, {@code start_date} is a text YYYY-MM-DD. */
final class Profile {

    private static final double DEFAULT_RATE = 25.00;
    private static final double WEEKLY_HOURS = 38;
    private static final double ANNUAL = 152;
    private static final double SICK = 76;
    private static final double PERSONAL = 38;
    private static final int MONTHS_A_YEAR = 12;

    private Profile() {}

    /** For a user who had none: the least a payroll needs, balances at zero. */
    static Document ofUser(Document user, String employeeNumber, Clock clock) {
        String[] names = user.get("full_name", "").strip().split(" ", 2);
        return document(user.getString("id"), employeeNumber, clock)
                .append("first_name", names[0])
                .append("last_name", names.length > 1 ? names[1] : "")
                .append("email", user.getString("email"))
                .append("position", user.getString("role"))
                .append("phone", user.getString("phone"))
                .append("department", user.getString("department"))
                .append("employment_type", user.get("employment_type", "full_time"))
                .append("start_date", LocalDate.now(clock).toString())
                .append("hourly_rate", DEFAULT_RATE)
                .append("weekly_hours", WEEKLY_HOURS)
                .append("annual_leave_entitlement", ANNUAL)
                .append("sick_leave_entitlement", SICK)
                .append("personal_leave_entitlement", PERSONAL)
                .append("annual_leave_balance", 0.0)
                .append("sick_leave_balance", 0.0)
                .append("personal_leave_balance", 0.0);
    }

    /** As somebody entered it: the balances are the part of a year's hours for the whole months since the start. */
    static Document of(NewEmployee employee, Clock clock) {
        double annual = Decimals.stored(employee.annualLeaveEntitlement().orElse(ANNUAL));
        double sick = Decimals.stored(employee.sickLeaveEntitlement().orElse(SICK));
        double personal = Decimals.stored(employee.personalLeaveEntitlement().orElse(PERSONAL));
        double years = yearsSince(employee.startDate(), clock);
        return document(employee.userId(), employee.employeeNumber(), clock)
                .append("first_name", employee.firstName())
                .append("last_name", employee.lastName())
                .append("email", employee.email())
                .append("position", employee.position())
                .append("phone", employee.phone().orElse(null))
                .append("department", employee.department().orElse(null))
                .append("employment_type", employee.employmentType().orElse("full_time"))
                .append("start_date", employee.startDate().toString())
                .append("hourly_rate", Decimals.stored(employee.hourlyRate()))
                .append("weekly_hours", Decimals.stored(employee.weeklyHours().orElse(WEEKLY_HOURS)))
                .append("annual_leave_entitlement", annual)
                .append("sick_leave_entitlement", sick)
                .append("personal_leave_entitlement", personal)
                .append("annual_leave_balance", Decimals.stored(annual * years))
                .append("sick_leave_balance", Decimals.stored(sick * years))
                .append("personal_leave_balance", Decimals.stored(personal * years))
                .append("tax_file_number", employee.taxFileNumber().orElse(null))
                .append("bank_account", employee.bankAccount().orElse(null));
    }

    private static Document document(String userId, String employeeNumber, Clock clock) {
        return new Document("id", UUID.randomUUID().toString())
                .append("user_id", userId)
                .append("employee_number", employeeNumber)
                .append("long_service_leave_balance", 0.0)
                .append("is_active", true)
                .append("created_at", Date.from(clock.instant()));
    }

    /** Whole months as a part of the year, at most one year: more is for an adjustment, which says why. */
    private static double yearsSince(LocalDate start, Clock clock) {
        long months = ChronoUnit.MONTHS.between(start, LocalDate.now(clock));
        return (double) Math.clamp(months, 0, MONTHS_A_YEAR) / MONTHS_A_YEAR;
    }
}
