package dev.photofinish.misty.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/**
 * Everything that the approval of one sheet comes to, worked out and not yet written.
 *
 * @param calculation the document for its collection
 * @param payslip the document for its collection
 * @param leave hours to add to each balance field of the profile, leave taken being negative
 */
record Settlement(Pay pay, Document calculation, Document payslip, Map<String, BigDecimal> leave) {

    private static final BigDecimal WEEKS = BigDecimal.valueOf(52);
    private static final BigDecimal FULL_WEEK = BigDecimal.valueOf(38);
    private static final int DIGITS = 20;

    static Settlement of(Document sheet, Document employee, String approver, Instant now) {
        Hours hours = Hours.of(sheet.getList("entries", Document.class, List.of()));
        Pay pay = Pay.of(hours, Decimals.in(employee, "hourly_rate"));
        Map<String, BigDecimal> accrued = accrued(hours, employee);
        Document calculation =
                document(sheet, pay).append("calculated_by", approver).append("calculated_at", Date.from(now));
        Document payslip = document(sheet, pay)
                .append("employee_number", employee.getString("employee_number"))
                .append("payroll_calculation_id", calculation.getString("id"))
                .append("leave_accrued", amounts(accrued))
                .append("leave_taken", amounts(taken(hours)))
                .append("generated_at", Date.from(now));
        return new Settlement(pay, calculation, payslip, balanced(accrued, hours));
    }

    private static Document document(Document sheet, Pay pay) {
        return new Document("id", UUID.randomUUID().toString())
                .append("timesheet_id", sheet.getString("id"))
                .append("employee_id", sheet.getString("employee_id"))
                .append("week_starting", sheet.getString("week_starting"))
                .append("regular_hours", pay.hours().regular().doubleValue())
                .append("overtime_hours", pay.hours().overtime().doubleValue())
                .append("hours_worked", pay.hours().worked().doubleValue())
                .append("hourly_rate", pay.hourlyRate().doubleValue())
                .append("gross_pay", pay.gross().doubleValue())
                .append("tax_withheld", pay.tax().doubleValue())
                .append("net_pay", pay.net().doubleValue());
    }

    /** A 52nd of the year's entitlement for 38 ordinary hours, in proportion for less or more; overtime earns no leave. */
    private static Map<String, BigDecimal> accrued(Hours hours, Document employee) {
        Map<String, BigDecimal> accrued = new LinkedHashMap<>();
        for (LeaveType type : LeaveType.accruing()) {
            BigDecimal year = Decimals.in(employee, type.entitlementField());
            BigDecimal exact =
                    year.multiply(hours.regular()).divide(WEEKS.multiply(FULL_WEEK), DIGITS, RoundingMode.HALF_EVEN);
            accrued.put(type.id(), Decimals.rounded(exact));
        }
        return accrued;
    }

    private static Map<String, BigDecimal> taken(Hours hours) {
        Map<String, BigDecimal> taken = new LinkedHashMap<>();
        hours.leave().forEach((type, away) -> taken.put(type.id(), away));
        return taken;
    }

    private static Map<String, BigDecimal> balanced(Map<String, BigDecimal> accrued, Hours hours) {
        Map<String, BigDecimal> leave = new LinkedHashMap<>();
        for (LeaveType type : LeaveType.withBalance()) {
            leave.put(
                    type.balanceField(),
                    accrued.getOrDefault(type.id(), BigDecimal.ZERO).subtract(hours.away(type)));
        }
        return leave;
    }

    private static Document amounts(Map<String, BigDecimal> byType) {
        Document amounts = new Document();
        byType.forEach((type, hours) -> amounts.append(type, hours.doubleValue()));
        return amounts;
    }
}
