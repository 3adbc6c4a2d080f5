package dev.photofinish.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Runs as a real one would report them, for every renderer's tests: all verdicts, a sweep, hostile strings. */
public final class SampleRuns {

    public static final DeploymentInfo RACY = new DeploymentInfo(
            "racy code", "http://127.0.0.1:41873", Optional.of("mongo-java-server 1.47.0, in process"));
    public static final DeploymentInfo RIGHT = new DeploymentInfo(
            "right code", "http://127.0.0.1:38211", Optional.of("mongo-java-server 1.47.0, in process"));

    public static final String HOSTILE =
            "<script>alert('owned')</script> & \"quoted\" \u001b[31m\u0000 ]]> \u202egnp.exe";

    private SampleRuns() {}

    /** Five scenarios against racy and right code, one of which could not be judged. */
    public static RunReport demo() {
        return run(
                "photofinish demo --seed 4711",
                List.of(
                        stock(RACY, new Tally(43, 57, 0), List.of(oversell())),
                        orders(RACY, new Tally(2, 98, 0), List.of(lostEdit())),
                        contest("rapid-invoice-generation", "Five users invoice the same order at once", RACY)
                                .tally(new Tally(96, 4, 0))
                                .broken(new BrokenRule("one-full-invoice-an-order", "An order has one full invoice", 4))
                                .witness(manyInvoices())
                                .build(),
                        contest("job-card-stage-progression", "Both move the same job to winding", RACY)
                                .source("Test Scenario 5")
                                .tally(new Tally(0, 0, 100))
                                .cause(new ContestReport.Cause(
                                        "A could not sign in: POST /api/auth/login answered 401 for user production-a.",
                                        100))
                                .spread(Optional.empty())
                                .build(),
                        stock(RIGHT, new Tally(100, 0, 0), List.of()),
                        orders(RIGHT, new Tally(300, 0, 0), List.of()),
                        contest("rapid-invoice-generation", "Five users invoice the same order at once", RIGHT)
                                .tally(new Tally(88, 0, 12))
                                .cause(new ContestReport.Cause(
                                        "Contender E failed: POST /api/invoicing/generate/{order} did not answer in 10 s.",
                                        12))
                                .build(),
                        contest("job-card-stage-progression", "Both move the same job to winding", RIGHT)
                                .source("Test Scenario 5")
                                .tally(new Tally(100, 0, 0))
                                .build()),
                invariants());
    }

    /** One deployment, one violated scenario with a sweep, one held. */
    public static RunReport race() {
        return run(
                "photofinish race concurrent-stock-allocation simultaneous-order-editing --sweep 5ms --url http://127.0.0.1:41873",
                List.of(
                        contest("concurrent-stock-allocation", "Two users allocate 80 of the same 100 units", RACY)
                                .source("Test Scenario 1")
                                .tally(new Tally(700, 350, 0))
                                .broken(new BrokenRule("accepted: 1", "Exactly one contender is accepted", 350))
                                .broken(new BrokenRule("stock-conserved", "Stock is what its movements add up to", 349))
                                .sweep(sweep())
                                .witness(oversell())
                                .build(),
                        orders(RACY, new Tally(300, 0, 0), List.of())),
                List.of());
    }

    /** Data at rest only. */
    public static RunReport verify() {
        return run("photofinish verify --mongo mongodb://127.0.0.1:27017/misty_manufacturing", List.of(), invariants());
    }

    /** Every string that comes from outside tries to break out of its report. */
    public static RunReport hostile() {
        Exchange exchange = new Exchange(
                HOSTILE,
                "POST /" + HOSTILE,
                Optional.of(HOSTILE),
                0,
                OptionalLong.of(900),
                OptionalLong.of(1_200),
                OptionalInt.of(200),
                Outcome.ACCEPTED,
                HOSTILE);
        Exchange silent = new Exchange(
                HOSTILE,
                "POST /",
                Optional.empty(),
                12,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Outcome.FAILED,
                HOSTILE);
        Witness witness = new Witness(
                1,
                Verdict.VIOLATED,
                List.of(new Evidence(HOSTILE, HOSTILE, HOSTILE)),
                List.of(new Lane(HOSTILE, HOSTILE, List.of(exchange)), new Lane("B", HOSTILE, List.of(silent))),
                "photofinish race '" + HOSTILE + "'");
        ContestReport contest = contest(HOSTILE, HOSTILE, new DeploymentInfo(HOSTILE, HOSTILE, Optional.of(HOSTILE)))
                .source(HOSTILE)
                .tally(new Tally(1, 1, 1))
                .broken(new BrokenRule(HOSTILE, HOSTILE, 1))
                .cause(new ContestReport.Cause(HOSTILE, 1))
                .sweep(sweep())
                .witness(witness)
                .build();
        InvariantReport invariant = new InvariantReport(HOSTILE, HOSTILE, HOSTILE, 3, 1, 0, List.of(HOSTILE), HOSTILE);
        return run(HOSTILE, List.of(contest), List.of(invariant));
    }

    public static RunReport run(String command, List<ContestReport> contests, List<InvariantReport> invariants) {
        return new RunReport(
                RunReport.SCHEMA,
                "photofinish 0.1.0",
                command,
                Instant.parse("2026-11-24T09:41:07.250Z"),
                Duration.ofMillis(83_412),
                "2 cores, 24 GiB, Linux 6.1, Java 25.0.3",
                4711,
                contests,
                List.of(),
                List.of(),
                invariants);
    }

    public static ContestReport stock(DeploymentInfo deployment, Tally tally, List<Witness> witnesses) {
        ContestBuilder contest = contest(
                        "concurrent-stock-allocation", "Two users allocate 80 of the same 100 units", deployment)
                .source("Test Scenario 1")
                .tally(tally);
        if (tally.violated() > 0) {
            contest.broken(new BrokenRule("accepted: 1", "Exactly one contender is accepted", tally.violated()));
            contest.broken(
                    new BrokenRule("stock-conserved", "Stock is what its movements add up to", tally.violated()));
        }
        witnesses.forEach(contest::witness);
        return contest.build();
    }

    private static ContestReport orders(DeploymentInfo deployment, Tally tally, List<Witness> witnesses) {
        ContestBuilder contest = contest(
                        "simultaneous-order-editing", "Two users edit different fields of the same order", deployment)
                .source("Test Scenario 2")
                .tally(tally)
                .spread(Optional.of(new Spread(Spread.SeenAt.RELEASE, tally.rounds(), 3.4, 5.9, 14.2)));
        if (tally.violated() > 0) {
            contest.broken(new BrokenRule(
                    "both preserved, or conflict warned",
                    "Both changes are kept, or one user is told of the conflict",
                    tally.violated()));
        }
        witnesses.forEach(contest::witness);
        return contest.build();
    }

    public static Witness oversell() {
        return new Witness(
                3,
                Verdict.VIOLATED,
                List.of(
                        new Evidence("accepted: 1", "Both were told yes: 160 granted of 100.", ""),
                        new Evidence(
                                "stock-conserved",
                                "Stock entry 5f0c says 20 on hand, its movements add up to -60.",
                                "{\"id\":\"5f0c21d4\",\"quantity_on_hand\":20.0,\"moved\":-160.0}")),
                List.of(
                        new Lane(
                                "A",
                                "sales-a",
                                List.of(answered(
                                        "allocate-stock",
                                        "POST /api/stock/allocate",
                                        0,
                                        1_184,
                                        1_204,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"success\":true,\"data\":{\"allocated_quantity\":80.0,\"remaining_stock\":20.0,"
                                                + "\"movement_id\":\"0b2f\"}}"))),
                        new Lane(
                                "B",
                                "sales-b",
                                List.of(answered(
                                        "allocate-stock",
                                        "POST /api/stock/allocate",
                                        4,
                                        1_271,
                                        1_292,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"success\":true,\"data\":{\"allocated_quantity\":80.0,\"remaining_stock\":20.0,"
                                                + "\"movement_id\":\"77ac\"}}")))),
                "photofinish race concurrent-stock-allocation --seed 4711 --round 3 --url http://127.0.0.1:41873");
    }

    /** Two requests a contender. */
    public static Witness lostEdit() {
        String order = "{\"id\":\"a1f9\",\"order_number\":\"ADM-2026-0042\",\"quantity\":1000,\"version\":1}";
        return new Witness(
                1,
                Verdict.VIOLATED,
                List.of(new Evidence(
                        "both preserved, or conflict warned",
                        "A and B were both accepted, but quantity is 1000 where A had set 5000.",
                        order)),
                List.of(
                        new Lane(
                                "A",
                                "sales-a",
                                List.of(
                                        answered(
                                                "get-order",
                                                "GET /api/orders/a1f9",
                                                0,
                                                612,
                                                640,
                                                200,
                                                Outcome.ACCEPTED,
                                                order),
                                        answered(
                                                "update-order",
                                                "PUT /api/orders/a1f9",
                                                905,
                                                2_410,
                                                2_433,
                                                200,
                                                Outcome.ACCEPTED,
                                                "{\"success\":true,\"message\":\"Order updated\"}"))),
                        new Lane(
                                "B",
                                "sales-b",
                                List.of(
                                        answered(
                                                "get-order",
                                                "GET /api/orders/a1f9",
                                                3,
                                                655,
                                                700,
                                                200,
                                                Outcome.ACCEPTED,
                                                order),
                                        answered(
                                                "update-order",
                                                "PUT /api/orders/a1f9",
                                                908,
                                                2_702,
                                                2_730,
                                                200,
                                                Outcome.ACCEPTED,
                                                "{\"success\":true,\"message\":\"Order updated\"}")))),
                "photofinish race simultaneous-order-editing --seed 4711 --round 1 --url http://127.0.0.1:41873");
    }

    /** Five contenders: two accepted, one refused, one failed, one without any answer. */
    public static Witness manyInvoices() {
        String generate = "generate-invoice";
        String request = "POST /api/invoicing/generate/a1f9";
        return new Witness(
                17,
                Verdict.VIOLATED,
                List.of(
                        new Evidence(
                                "one-full-invoice-an-order",
                                "Order a1f9 has 2 full invoices: INV-0007 and INV-0008.",
                                "{\"order\":\"a1f9\",\"invoices\":[\"INV-0007\",\"INV-0008\"],\"kunde\":\"Grüße & Söhne – 株式会社\"}")),
                List.of(
                        new Lane(
                                "A",
                                "admin",
                                List.of(answered(
                                        generate,
                                        request,
                                        0,
                                        4_120,
                                        4_390,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"invoice_number\":\"INV-0007\"}"))),
                        new Lane(
                                "B",
                                "manager-with-a-rather-long-user-name",
                                List.of(answered(
                                        generate,
                                        request,
                                        2,
                                        3_870,
                                        4_204,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"invoice_number\":\"INV-0008\"}"))),
                        new Lane(
                                "C",
                                "manager-2",
                                List.of(answered(
                                        generate,
                                        request,
                                        5,
                                        6_950,
                                        6_990,
                                        409,
                                        Outcome.REFUSED,
                                        "{\"detail\":\"Order a1f9 is already invoiced\"}"))),
                        new Lane(
                                "D",
                                "manager-3",
                                List.of(answered(
                                        generate,
                                        request,
                                        7,
                                        7_420,
                                        7_460,
                                        500,
                                        Outcome.FAILED,
                                        "Internal Server Error"))),
                        new Lane(
                                "E",
                                "manager-4",
                                List.of(new Exchange(
                                        generate,
                                        request,
                                        Optional.empty(),
                                        9,
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalInt.empty(),
                                        Outcome.FAILED,
                                        "No answer within 10 s.")))),
                "photofinish race rapid-invoice-generation --seed 4711 --round 17 --url http://127.0.0.1:41873");
    }

    public static Exchange answered(
            String operation,
            String request,
            long released,
            long firstByte,
            long lastByte,
            int status,
            Outcome outcome,
            String answer) {
        return new Exchange(
                operation,
                request,
                Optional.of("{\"product_id\":\"p-1\",\"client_id\":\"c-1\",\"quantity\":80}"),
                released,
                OptionalLong.of(firstByte),
                OptionalLong.of(lastByte),
                OptionalInt.of(status),
                outcome,
                answer);
    }

    /** Most often violated when released together, hardly at ±5 ms. */
    public static List<SweepPoint> sweep() {
        return IntStream.rangeClosed(-10, 10)
                .mapToObj(step -> {
                    int violated = Math.max(0, 48 - step * step);
                    return new SweepPoint(step * 500L, new Tally(50 - violated, violated, 0));
                })
                .toList();
    }

    public static List<InvariantReport> invariants() {
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

    public static ContestBuilder contest(String scenario, String title, DeploymentInfo deployment) {
        return new ContestBuilder(scenario, title, deployment);
    }

    /** A contest of which a test only says what matters to it. */
    public static final class ContestBuilder {
        private final String scenario;
        private final String title;
        private final DeploymentInfo deployment;
        private final List<BrokenRule> broken = new ArrayList<>();
        private final List<ContestReport.Cause> causes = new ArrayList<>();
        private final List<Witness> witnesses = new ArrayList<>();
        private Optional<String> source = Optional.empty();
        private Tally tally = Tally.NONE;
        private Optional<Spread> spread = Optional.of(new Spread(Spread.SeenAt.SERVER, 100, 3.3, 5.1, 12.04));
        private List<SweepPoint> sweep = List.of();

        private ContestBuilder(String scenario, String title, DeploymentInfo deployment) {
            this.scenario = scenario;
            this.title = title;
            this.deployment = deployment;
        }

        public ContestBuilder source(String source) {
            this.source = Optional.of(source);
            return this;
        }

        public ContestBuilder tally(Tally tally) {
            this.tally = tally;
            return this;
        }

        public ContestBuilder spread(Optional<Spread> spread) {
            this.spread = spread;
            return this;
        }

        public ContestBuilder broken(BrokenRule rule) {
            broken.add(rule);
            return this;
        }

        public ContestBuilder cause(ContestReport.Cause cause) {
            causes.add(cause);
            return this;
        }

        public ContestBuilder sweep(List<SweepPoint> sweep) {
            this.sweep = sweep;
            return this;
        }

        public ContestBuilder witness(Witness witness) {
            witnesses.add(witness);
            return this;
        }

        public ContestReport build() {
            return new ContestReport(
                    scenario,
                    title,
                    source,
                    deployment,
                    "plain",
                    Duration.ofMillis(8_250),
                    tally,
                    spread,
                    broken,
                    causes,
                    sweep,
                    witnesses);
        }
    }
}
