package dev.photofinish.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything one command found; the root of the JSON report.
 *
 * @param schema the version of this shape, {@link #SCHEMA}
 * @param tool name and version
 * @param command the command line, secrets masked
 * @param machine cores, memory, operating system, Java
 * @param seed every random choice of the run came from it
 * @param invariants the invariants on all data, after the run
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
        List<InvariantReport> invariants) {

    public static final int SCHEMA = 1;

    public Verdict verdict() {
        return Verdict.merge(Stream.concat(
                        contests.stream().map(ContestReport::verdict),
                        invariants.stream().map(InvariantReport::verdict))
                .toList());
    }
}
