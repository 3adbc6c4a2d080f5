package dev.photofinish.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything one command found; the root of the JSON report.
 *
 * @param schema the version of this shape, {@link #SCHEMA}
 * @param tool name and version
 * @param command the command line, secrets masked
 * @param machine cores, memory, operating system, Java
 * @param seed every random choice of the run came from it
 * @param explorations what exploring scenarios, or pairs of operations, found
 * @param matrices which pairs of operations break what, an entity each
 * @param invariants the invariants on all data, after the run
 * @param notDone what was asked for and not even begun, a sentence each
 */
public record RunReport(
        int schema,
        String tool,
        String command,
        Instant startedAt,
        Duration took,
        String machine,
        long seed,
        List<ContestReport> contests,
        List<ExplorationReport> explorations,
        List<ConflictMatrix> matrices,
        List<InvariantReport> invariants,
        List<String> notDone) {

    /** 2 brought explorations, 3 what is in doubt and what was not done, 4 an interleaving once for all rules that it breaks. */
    public static final int SCHEMA = 4;

    public RunReport {
        contests = List.copyOf(contests);
        explorations = List.copyOf(explorations);
        matrices = List.copyOf(matrices);
        invariants = List.copyOf(invariants);
        notDone = List.copyOf(notDone);
    }

    public Verdict verdict() {
        return Ruling.of(this);
    }

    /** The contests of each deployment, both in the order in which they were raced. */
    public Map<DeploymentInfo, List<ContestReport>> byDeployment() {
        return contests.stream()
                .collect(Collectors.groupingBy(ContestReport::deployment, LinkedHashMap::new, Collectors.toList()));
    }

    /** The explorations of each deployment, both in the order in which they were made. */
    public Map<DeploymentInfo, List<ExplorationReport>> exploredByDeployment() {
        return explorations.stream()
                .collect(Collectors.groupingBy(ExplorationReport::deployment, LinkedHashMap::new, Collectors.toList()));
    }
}
