package dev.photofinish.reports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What explorations found, each with its shortest interleaving. */
public final class SampleDiscoveries {

    private SampleDiscoveries() {}

    /** Two contenders, each of which reads before either writes. */
    public static Discovery oversell() {
        return new Discovery(
                "expect",
                Discovery.Weight.VIOLATION,
                "Expected 1 accepted and 1 refused, but A was told yes (200), then B was told yes (200).",
                2,
                0,
                3,
                false,
                Optional.of("oversell"),
                Optional.of("B wrote raw_substrate_stock, which it had read before A's write."),
                new Interleaving(
                        "A B B B A A",
                        List.of(
                                turn(
                                        "A",
                                        "find raw_substrate_stock {product_id: \"pf-1\", quantity_on_hand: {$gt: 0}}",
                                        "1 document",
                                        true),
                                turn(
                                        "B",
                                        "find raw_substrate_stock {product_id: \"pf-1\", quantity_on_hand: {$gt: 0}}",
                                        "1 document",
                                        true),
                                turn(
                                        "B",
                                        "update raw_substrate_stock {_id: …} {$set: {quantity_on_hand: 20.0}}",
                                        "1 changed",
                                        true),
                                turn(
                                        "B",
                                        "insert stock_movements {quantity: -80.0, reference: \"B-pf-1\"}",
                                        "1 inserted",
                                        false),
                                turn(
                                        "A",
                                        "update raw_substrate_stock {_id: …} {$set: {quantity_on_hand: 20.0}}",
                                        "1 changed",
                                        true),
                                turn(
                                        "A",
                                        "insert stock_movements {quantity: -80.0, reference: \"A-pf-1\"}",
                                        "1 inserted",
                                        false)),
                        List.of(lane("A", "sales-a"), lane("B", "sales-b")),
                        List.of(new Evidence(
                                "expect",
                                "Expected 1 accepted and 1 refused, but A was told yes (200), then B was told yes"
                                        + " (200).",
                                "{\"quantity_on_hand\":20.0}")),
                        10,
                        10,
                        "./photofinish explore concurrent-stock-allocation --replay 'A B B B A A'"));
    }

    /** The same, of which the schedule was run again so many times and showed it so often. */
    public static Discovery reproduced(int times, int attempts) {
        Discovery found = oversell();
        Interleaving shown = found.interleaving();
        return found.in(shown.showing(shown.evidence(), attempts, times));
    }

    /** Another rule that the same interleaving breaks, seven times of ten. */
    public static Discovery alsoBroken(String rule, Discovery first) {
        Interleaving shown = first.interleaving();
        return new Discovery(
                rule,
                Discovery.Weight.VIOLATION,
                "What is on hand is not the sum of all movements.",
                2,
                0,
                3,
                false,
                Optional.empty(),
                Optional.of("A wrote over B's write."),
                new Interleaving(
                        shown.schedule(),
                        shown.turns(),
                        shown.lanes(),
                        List.of(new Evidence(rule, "What is on hand is not the sum of all movements.", "{}")),
                        10,
                        7,
                        shown.replay()));
    }

    /** The same, which so many of those broke that were run step by step, and so many of those that were sampled. */
    public static Discovery seen(Discovery found, int schedules, int sampled) {
        return new Discovery(
                found.rule(),
                found.weight(),
                found.text(),
                schedules,
                sampled,
                found.firstAt(),
                found.serial(),
                found.anomaly(),
                found.explanation(),
                found.interleaving());
    }

    public static Discovery notSerializable() {
        return new Discovery(
                "serializable",
                Discovery.Weight.NOTICE,
                "No serial order gives this result.\n"
                        + "raw_substrate_stock: quantity_on_hand is 20.0; one after the other -60.0.",
                2,
                0,
                3,
                false,
                Optional.empty(),
                Optional.empty(),
                new Interleaving("A B", List.of(), List.of(), List.of(), 0, 0, "./photofinish explore --replay 'A B'"));
    }

    /** Three contenders, one blocked, two together. */
    static Discovery waiting() {
        return new Discovery(
                "one-each",
                Discovery.Weight.VIOLATION,
                "Two documents where there may be one.",
                1,
                0,
                12,
                true,
                Optional.of("duplicate"),
                Optional.empty(),
                new Interleaving(
                        "A B A B+C",
                        List.of(
                                turn(
                                        "A",
                                        "update counters {_id: \"order\"} {$inc: {n: 1}} in a transaction",
                                        "1 changed",
                                        false),
                                new Turn(
                                        List.of(new Turn.Command(
                                                "B",
                                                "findAndModify counters {_id: \"order\"} {$inc: {n: 1}}",
                                                "answered after A's commit",
                                                true)),
                                        List.of("B")),
                                turn("A", "commitTransaction", "done", false),
                                new Turn(
                                        List.of(
                                                new Turn.Command(
                                                        "B", "update weeks {employee: 1} upsert", "1 inserted", true),
                                                new Turn.Command(
                                                        "C", "update weeks {employee: 1} upsert", "1 inserted", true)),
                                        List.of())),
                        List.of(lane("A", "u-a"), lane("B", "u-b"), lane("C", "u-c")),
                        List.of(),
                        10,
                        6,
                        "./photofinish explore three-of-them --replay 'A B A B+C'"));
    }

    private static Turn turn(String contender, String text, String answer, boolean conflicts) {
        return new Turn(List.of(new Turn.Command(contender, text, answer, conflicts)), List.of());
    }

    static Lane lane(String contender, String user) {
        return new Lane(
                contender,
                user,
                List.of(new Exchange(
                        "allocate-stock",
                        "POST /api/stock/allocate",
                        Optional.empty(),
                        0,
                        OptionalLong.empty(),
                        OptionalLong.of(12_000),
                        OptionalInt.of(200),
                        Outcome.ACCEPTED,
                        "{\"success\":true,\"data\":{\"allocated_quantity\":80.0,\"remaining_stock\":20.0}}")));
    }
}
