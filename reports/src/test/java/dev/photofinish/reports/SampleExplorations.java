package dev.photofinish.reports;

import dev.photofinish.reports.ConflictMatrix.Cell;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explorations as a real gate would report them, for every renderer's tests. */
public final class SampleExplorations {

    public static final DeploymentInfo ON_PURPOSE = new DeploymentInfo(
            "racy code",
            "http://127.0.0.1:41873",
            Optional.of("mongo-java-server 1.47.0, in process"),
            Optional.of(Verdict.VIOLATED));

    public static final String DOUBT = "The application also reaches its database past the gate.";
    public static final String PAIR = "A's and B's upserts can both insert: unsafe, and not reproduced.";

    private SampleExplorations() {}

    /** Racy on purpose and right, side by side. */
    public static RunReport demo() {
        return run(
                List.of(
                        stock(
                                ON_PURPOSE,
                                covered(Map.of("A", 3, "B", 3), 4, 20, 2).complete(),
                                List.of(SampleDiscoveries.oversell())),
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
                                List.of(SampleDiscoveries.oversell(), SampleDiscoveries.notSerializable())),
                        exploration(
                                "three-of-them",
                                "Three users take one each, and one of them waits",
                                covered(ordered("A", 6, "B", 6, "C", 2), 5_000, 2_702_400, 0)
                                        .build(),
                                List.of(SampleDiscoveries.waiting()),
                                List.of(),
                                List.of("Seed 4711.")),
                        exploration(
                                "nobody-came",
                                "The application does not come through the gate",
                                covered(Map.of("A", 0, "B", 0), 1, 1, 0).build(),
                                List.of(),
                                List.of("No command of the contenders came through the gate; point the application at"
                                        + " it."),
                                List.of())),
                List.of(matrix()));
    }

    public static RunReport hostile() {
        String bad = SampleRuns.HOSTILE;
        Turn turn = new Turn(List.of(new Turn.Command(bad, bad, bad, true)), List.of(bad));
        Interleaving interleaving = new Interleaving(
                bad,
                List.of(turn),
                List.of(SampleDiscoveries.lane(bad, bad)),
                List.of(new Evidence(bad, bad, bad)),
                1,
                1,
                "photofinish " + bad);
        Discovery found = new Discovery(
                bad, Discovery.Weight.VIOLATION, bad, 1, 0, 1, true, Optional.of(bad), Optional.of(bad), interleaving);
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
                new Unsafe(List.of(bad), Unsafe.Counts.AS_DOUBT),
                List.of(bad),
                List.of(new Passed(Passed.Reason.IGNORED, bad, 1)));
        ConflictMatrix matrix =
                new ConflictMatrix(bad, explored.deployment(), List.of(bad), List.of(Cell.of(bad, bad, explored)));
        return run(List.of(explored), List.of(matrix));
    }

    public static RunReport run(List<ExplorationReport> explorations, List<ConflictMatrix> matrices) {
        return run(List.of(), explorations, matrices);
    }

    public static RunReport run(
            List<ContestReport> contests, List<ExplorationReport> explorations, List<ConflictMatrix> matrices) {
        RunReport run = SampleRuns.run("photofinish explore --seed 4711", List.of(), List.of());
        return new RunReport(
                run.schema(),
                run.tool(),
                run.command(),
                run.startedAt(),
                run.took(),
                run.machine(),
                run.seed(),
                contests,
                explorations,
                matrices,
                List.of(),
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
                Unsafe.NONE,
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
                List.of(),
                Unsafe.NONE,
                notes,
                List.of());
    }

    /** The same, of which something has shown that it cannot be judged. */
    public static ExplorationReport inDoubt(ExplorationReport sure) {
        return with(sure, List.of(DOUBT), sure.unsafe());
    }

    /** The same, two commands of which are known to be unsafe. */
    public static ExplorationReport unsafe(ExplorationReport sure, Unsafe.Counts counts) {
        return with(sure, sure.doubts(), new Unsafe(List.of(PAIR), counts));
    }

    private static ExplorationReport with(ExplorationReport sure, List<String> doubts, Unsafe unsafe) {
        return new ExplorationReport(
                sure.scenario(),
                sure.title(),
                sure.source(),
                sure.deployment(),
                sure.strategy(),
                sure.took(),
                sure.coverage(),
                sure.discoveries(),
                sure.givenUp(),
                sure.obstacles(),
                doubts,
                unsafe,
                sure.notes(),
                sure.passed());
    }

    private static ConflictMatrix matrix() {
        ExplorationReport broken = stock(
                SampleRuns.RACY,
                covered(Map.of("A", 3, "B", 3), 4, 20, 2).complete(),
                List.of(SampleDiscoveries.oversell()));
        ExplorationReport noticed = stock(
                SampleRuns.RACY,
                covered(Map.of("A", 3, "B", 3), 4, 20, 2).complete(),
                List.of(SampleDiscoveries.notSerializable()));
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
            return coverage(pairs == 0 || runs > 0, pairs, runs);
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
                    0,
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
}
