package dev.photofinish.reports;

import java.util.List;

/** Rules on data at rest: kept, broken, and not to be judged. */
public final class SampleInvariants {

    private SampleInvariants() {}

    public static List<InvariantReport> all() {
        return List.of(
                new InvariantReport(
                        "stock-not-negative",
                        "No stock entry is below zero",
                        "raw_substrate_stock",
                        1_204,
                        0,
                        0,
                        List.of(),
                        ""),
                new InvariantReport(
                        "order-numbers-unique",
                        "Every order has a number of its own",
                        "orders",
                        12_345,
                        3,
                        1,
                        List.of(
                                "ADM-2026-0042: 2 orders, a1f9 and b2e8",
                                "ADM-2026-0043: 2 orders, 77ac and 1234",
                                "ADM-2026-0044: 3 orders, 5f0c, 5f0d and 5f0e"),
                        ""),
                new InvariantReport(
                        "one-payslip-an-approved-timesheet",
                        "Every approved timesheet has exactly one payslip",
                        "timesheets",
                        0,
                        0,
                        0,
                        List.of(),
                        ""),
                new InvariantReport(
                        "production-log-is-a-path",
                        "A job moves from stage to stage",
                        "production_logs",
                        0,
                        0,
                        0,
                        List.of(),
                        "The database did not answer within 30 s."),
                new InvariantReport(
                        "one-full-invoice-an-order",
                        "An order has at most one full invoice",
                        "invoices",
                        88,
                        2,
                        2,
                        List.of("a1f9: INV-0001 and INV-0002", "b2e8: INV-0003 and INV-0004"),
                        ""));
    }
}
