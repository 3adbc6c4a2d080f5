/** Employees, their weekly timesheets, and what an approved one pays: calculation, payslip, leave balances. */
@NullMarked
package dev.photofinish.misty.payroll;

import org.jspecify.annotations.NullMarked;
