package dev.photofinish.misty.payroll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why somebody is away. Some kinds have a balance, which grows with the hours worked or by adjustments. */
enum LeaveType {
    ANNUAL_LEAVE(Balance.ACCRUES),
    SICK_LEAVE(Balance.ACCRUES),
    PERSONAL_LEAVE(Balance.ACCRUES),
    LONG_SERVICE_LEAVE(Balance.BY_ADJUSTMENT),
    MATERNITY_LEAVE(Balance.NONE),
    PATERNITY_LEAVE(Balance.NONE),
    TRAINING_LEAVE(Balance.NONE),
    CONFERENCE_LEAVE(Balance.NONE),
    COMPASSIONATE_LEAVE(Balance.NONE),
    UNPAID_LEAVE(Balance.NONE);

    private enum Balance {
        ACCRUES,
        BY_ADJUSTMENT,
        NONE
    }

    private final Balance balance;

    LeaveType(Balance balance) {
        this.balance = balance;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming what there is */
    @JsonCreator
    static LeaveType of(String id) {
        return Arrays.stream(values())
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a type of leave; expected one of "
                        + Arrays.stream(values()).map(LeaveType::id).collect(Collectors.joining(", "))));
    }

    boolean hasBalance() {
        return balance != Balance.NONE;
    }

    /** The field of an employee's profile with the hours that are left; they may be negative. */
    String balanceField() {
        return id() + "_balance";
    }

    /** The field of an employee's profile with the hours a year gives. */
    String entitlementField() {
        return id() + "_entitlement";
    }

    static List<LeaveType> withBalance() {
        return Arrays.stream(values()).filter(LeaveType::hasBalance).toList();
    }

    static List<LeaveType> accruing() {
        return Arrays.stream(values())
                .filter(type -> type.balance == Balance.ACCRUES)
                .toList();
    }
}
