package dev.photofinish.misty.payroll;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The hours of one week: the sum of a timesheet's entries. */
record Hours(BigDecimal regular, BigDecimal overtime, Map<LeaveType, BigDecimal> leave) {

    Hours {
        leave = Map.copyOf(leave);
    }

    static Hours of(List<Document> entries) {
        BigDecimal regular = BigDecimal.ZERO;
        BigDecimal overtime = BigDecimal.ZERO;
        Map<LeaveType, BigDecimal> leave = new EnumMap<>(LeaveType.class);
        for (Document entry : entries) {
            regular = regular.add(Decimals.in(entry, "regular_hours"));
            overtime = overtime.add(Decimals.in(entry, "overtime_hours"));
            Document away = entry.get("leave_hours", new Document());
            away.keySet().forEach(type -> leave.merge(LeaveType.of(type), Decimals.in(away, type), BigDecimal::add));
        }
        return new Hours(regular, overtime, leave);
    }

    BigDecimal worked() {
        return regular.add(overtime);
    }

    BigDecimal away(LeaveType type) {
        return leave.getOrDefault(type, BigDecimal.ZERO);
    }
}
