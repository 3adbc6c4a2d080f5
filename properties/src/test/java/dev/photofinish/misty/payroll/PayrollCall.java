package dev.photofinish.misty.payroll;

/** What somebody does to an employee's hours. */
sealed interface PayrollCall {

    /** @param week which of two submitted sheets */
    record Approve(int week) implements PayrollCall {}

    /** The sheet is given back to the employee, unless it is approved. */
    record Reset(int week) implements PayrollCall {}

    /** The balance of annual leave is corrected by so many hours. */
    record Adjust(int hours) implements PayrollCall {}
}
