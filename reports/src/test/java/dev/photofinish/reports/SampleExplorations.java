package dev.photofinish.reports;

import dev.photofinish.reports.ConflictMatrix.Cell;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Explorations as a real gate would report them, for every renderer's tests. */
public final class SampleExplorations {

    public static final DeploymentInfo ON_PURPOSE = new DeploymentInfo(
            "racy code",
            "http://127.0.0.1:41873",
            Optional.of("mongo-java-server 1.47.0, in process"),
            Optional.of(Verdict.VIOLATED));

    private SampleExplorations() {}

    /** Racy on purpose and right, side by side. */
    public static RunReport demo() {
        return run(
                List.of(
                        stock(
                                ON_PURPOSE,
                                covered(Map.of("A", 3, "B", 3), 4, 20, 2).complete(),
                                List.of(oversell())),
                        stock(
                                SampleRuns.RIGHT,
                                covered(Map.of("A", 2, "B", 2), 2, 6, 0).complete(),
                                List.of())),
                List.of());
    }

    /** Everything that can come of an exploration. */
    public static RunReport all() {
        return run(
                List.of(
                        stock(
                                SampleRuns.RACY,
                                covered(Map.of("A", 3, "B", 3), 4, 20, 2).complete(),
                                List.of(oversell(), notSerializable())),
                        exploration(
                                "three-of-them",
                                "Three users take one each, and one of them waits",
                                covered(ordered("A", 6, "B", 6, "C", 2), 5_000, 2_702_400, 0)
                                        .build(),
                                List.of(waiting()),
                                List.of(),
                                List.of("Seed 4711.")),
                        exploration(
                                "nobody-came",
                                "The application does not come through the gate",
                                covered(Map.of("A", 0, "B", 0), 1, 1, 0).build(),
                                List.of(),
                                List.of(
                                        "No command of the contenders came through the gate; point the application at it."),
                                List.of())),
                List.of(matrix()));
    }

    public static RunReport hostile() {
        String bad = SampleRuns.HOSTILE;
        Turn turn = new Turn(List.of(new Turn.Command(bad, bad, bad, true)), List.of(bad));
        Interleaving interleaving = new Interleaving(
                bad,
                List.of(turn),
                List.of(lane(bad, bad)),
                List.of(new Evidence(bad, bad, bad)),
                1,
                1,
                "photofinish " + bad);
        Discovery found = new Discovery(
                bad, Discovery.Weight.VIOLATION, bad, 1, 1, true, Optional.of(bad), Optional.of(bad), interleaving);
        ExplorationReport explored = new ExplorationReport(
                bad,
                bad,
                Optional.of(bad),
                new DeploymentInfo(bad, bad, Optional.of(bad)),
                bad,
                Duration.ofSeconds(1),
                covered(Map.of(bad, 1), 1, 1, 1).complete(),
                List.of(found),
                Optional.of(bad),
                List.of(bad),
                List.of(bad),
                List.of(new Passed(Passed.Reason.IGNORED, bad, 1)));
        ConflictMatrix matrix =
                new ConflictMatrix(bad, explored.deployment(), List.of(bad), List.of(Cell.of(bad, bad, explored)));
        return run(List.of(explored), List.of(matrix));
    }

    public static RunReport run(List<ExplorationReport> explorations, List<ConflictMatrix> matrices) {
        RunReport run = SampleRuns.run("photofinish explore --seed 4711", List.of(), List.of());
        return new RunReport(
                run.schema(),
                run.tool(),
                run.command(),
                run.startedAt(),
                run.took(),
                run.machine(),
                run.seed(),
                List.of(),
                explorations,
                matrices,
                List.of());
    }

    public static ExplorationReport stock(DeploymentInfo deployment, Coverage coverage, List<Discovery> discoveries) {
        return new ExplorationReport(
                "concurrent-stock-allocation",
                "Two users allocate 80 of the same 100 units",
                Optional.of("Test Scenario 1"),
                deployment,
                "reduced",
                Duration.ofMillis(310),
                coverage,
                discoveries,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(
                        new Passed(Passed.Reason.IGNORED, "find sessions", 12),
                        new Passed(Passed.Reason.UNOWNED, "find jobs", 1)));
    }

    private static ExplorationReport exploration(
            String name,
            String title,
            Coverage coverage,
            List<Discovery> discoveries,
            List<String> obstacles,
            List<String> notes) {
        return new ExplorationReport(
                name,
                title,
                Optional.empty(),
                SampleRuns.RIGHT,
                "reduced",
                Duration.ofMillis(83_412),
                coverage,
                discoveries,
                Optional.empty(),
                obstacles,
                notes,
                List.of());
    }

    /** Two contenders, each of which reads before either writes. */
    public static Discovery oversell() {
        return new Discovery(
                "expect",
                Discovery.Weight.VIOLATION,
                "Expected 1 accepted and 1 refused, but A was told yes (200), then B was told yes (200).",
                2,
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
                                "Expected 1 accepted and 1 refused, but A was told yes (200), then B was told yes (200).",
                                "{\"quantity_on_hand\":20.0}")),
                        10,
                        10,
                        "./photofinish explore concurrent-stock-allocation --replay 'A B B B A A'"));
    }

    public static Discovery notSerializable() {
        return new Discovery(
                "serializable",
                Discovery.Weight.NOTICE,
                "No serial order gives this result.\nraw_substrate_stock: quantity_on_hand is 20.0; one after the other -60.0.",
                2,
                3,
                false,
                Optional.empty(),
                Optional.empty(),
                new Interleaving("A B", List.of(), List.of(), List.of(), 0, 0, "./photofinish explore --replay 'A B'"));
    }

    /** Three contenders, one blocked, two together. */
    private static Discovery waiting() {
        return new Discovery(
                "one-each",
                Discovery.Weight.VIOLATION,
                "Two documents where there may be one.",
                1,
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

    private static ConflictMatrix matrix() {
        ExplorationReport broken =
                stock(SampleRuns.RACY, covered(Map.of("A", 3, "B", 3), 4, 20, 2).complete(), List.of(oversell()));
        ExplorationReport noticed = stock(
                SampleRuns.RACY, covered(Map.of("A", 3, "B", 3), 4, 20, 2).complete(), List.of(notSerializable()));
        ExplorationReport held =
                stock(SampleRuns.RACY, covered(Map.of("A", 3, "B", 3), 4, 20, 0).complete(), List.of());
        ExplorationReport nothing =
                stock(SampleRuns.RACY, covered(Map.of("A", 0, "B", 3), 1, 1, 0).complete(), List.of());
        return new ConflictMatrix(
                "stock",
                SampleRuns.RACY,
                List.of("allocate-stock", "add-stock", "delete-stock"),
                List.of(
                        Cell.of("allocate-stock", "allocate-stock", broken),
                        Cell.of("allocate-stock", "add-stock", held),
                        Cell.of("allocate-stock", "delete-stock", noticed),
                        Cell.of("add-stock", "add-stock", nothing),
                        Cell.notExplored("add-stock", "delete-stock", "nothing gives {{lot}}")));
    }

    public static CoverageBuilder covered(Map<String, Integer> commands, long run, long outOf, long violating) {
        return new CoverageBuilder(commands, run, outOf, violating);
    }

    /** What the samples have in common. */
    public record CoverageBuilder(Map<String, Integer> commands, long run, long outOf, long violating) {

        public Coverage complete() {
            return coverage(true, 0, 0);
        }

        public Coverage build() {
            return coverage(false, 0, 0);
        }

        public Coverage together(int pairs, int runs) {
            return coverage(true, pairs, runs);
        }

        private Coverage coverage(boolean complete, int pairs, int runs) {
            return new Coverage(
                    commands,
                    run,
                    1,
                    0,
                    0,
                    violating,
                    Optional.of(BigInteger.valueOf(outOf)),
                    complete,
                    Optional.empty(),
                    pairs,
                    runs,
                    Optional.empty());
        }
    }

    private static Map<String, Integer> ordered(Object... pairs) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return ordered;
    }

    private static Turn turn(String contender, String text, String answer, boolean conflicts) {
        return new Turn(List.of(new Turn.Command(contender, text, answer, conflicts)), List.of());
    }

    private static Lane lane(String contender, String user) {
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
