package dev.photofinish.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
                        SampleContests.stock(RACY, new Tally(43, 57, 0), List.of(SampleWitnesses.oversell())),
                        SampleContests.orders(RACY, new Tally(2, 98, 0), List.of(SampleWitnesses.lostEdit())),
                        SampleContests.contest(
                                        "rapid-invoice-generation", "Five users invoice the same order at once", RACY)
                                .tally(new Tally(96, 4, 0))
                                .broken(new BrokenRule("one-full-invoice-an-order", "An order has one full invoice", 4))
                                .witness(SampleWitnesses.manyInvoices())
                                .build(),
                        SampleContests.contest("job-card-stage-progression", "Both move the same job to winding", RACY)
                                .source("Test Scenario 5")
                                .tally(new Tally(0, 0, 100))
                                .cause(new ContestReport.Cause(
                                        "A could not sign in: POST /api/auth/login answered 401 for user production-a.",
                                        100))
                                .spread(Optional.empty())
                                .build(),
                        SampleContests.stock(RIGHT, new Tally(100, 0, 0), List.of()),
                        SampleContests.orders(RIGHT, new Tally(300, 0, 0), List.of()),
                        SampleContests.contest(
                                        "rapid-invoice-generation", "Five users invoice the same order at once", RIGHT)
                                .tally(new Tally(88, 0, 12))
                                .cause(new ContestReport.Cause(
                                        "Contender E failed: POST /api/invoicing/generate/{order} did not answer in 10"
                                                + " s.",
                                        12))
                                .build(),
                        SampleContests.contest("job-card-stage-progression", "Both move the same job to winding", RIGHT)
                                .source("Test Scenario 5")
                                .tally(new Tally(100, 0, 0))
                                .build()),
                SampleInvariants.all());
    }

    /** One deployment, one violated scenario with a sweep, one held. */
    public static RunReport race() {
        return run(
                "photofinish race concurrent-stock-allocation simultaneous-order-editing --sweep 5ms --url"
                        + " http://127.0.0.1:41873",
                List.of(
                        SampleContests.contest(
                                        "concurrent-stock-allocation",
                                        "Two users allocate 80 of the same 100 units",
                                        RACY)
                                .source("Test Scenario 1")
                                .tally(new Tally(700, 350, 0))
                                .broken(new BrokenRule("accepted: 1", "Exactly one contender is accepted", 350))
                                .broken(new BrokenRule("stock-conserved", "Stock is what its movements add up to", 349))
                                .sweep(SampleContests.sweep())
                                .witness(SampleWitnesses.oversell())
                                .build(),
                        SampleContests.orders(RACY, new Tally(300, 0, 0), List.of())),
                List.of());
    }

    /** Data at rest only. */
    public static RunReport verify() {
        return run(
                "photofinish verify --mongo mongodb://127.0.0.1:27017/misty_manufacturing",
                List.of(),
                SampleInvariants.all());
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
        ContestReport contest = SampleContests.contest(
                        HOSTILE, HOSTILE, new DeploymentInfo(HOSTILE, HOSTILE, Optional.of(HOSTILE)))
                .source(HOSTILE)
                .tally(new Tally(1, 1, 1))
                .broken(new BrokenRule(HOSTILE, HOSTILE, 1))
                .cause(new ContestReport.Cause(HOSTILE, 1))
                .sweep(SampleContests.sweep())
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
                invariants,
                List.of());
    }

    /** The same of which something was not even begun. */
    public static RunReport notDone(RunReport all, String sentence) {
        return new RunReport(
                all.schema(),
                all.tool(),
                all.command(),
                all.startedAt(),
                all.took(),
                all.machine(),
                all.seed(),
                all.contests(),
                all.explorations(),
                all.matrices(),
                all.invariants(),
                List.of(sentence));
    }
}
