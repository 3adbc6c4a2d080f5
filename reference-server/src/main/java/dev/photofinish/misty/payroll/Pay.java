package dev.photofinish.misty.payroll;

import java.math.BigDecimal;

/** What a week's work pays: overtime at time and a half, income tax withheld, cents rounded half up. */
record Pay(Hours hours, BigDecimal hourlyRate, BigDecimal gross, BigDecimal tax) {

    private static final BigDecimal OVERTIME_FACTOR = new BigDecimal("1.5");

    static Pay of(Hours hours, BigDecimal hourlyRate) {
        BigDecimal paidHours = hours.regular().add(hours.overtime().multiply(OVERTIME_FACTOR));
        BigDecimal gross = Decimals.rounded(paidHours.multiply(hourlyRate));
        return new Pay(hours, hourlyRate, gross, IncomeTax.ofWeek(gross));
    }

    BigDecimal net() {
        return gross.subtract(tax);
    }
}
