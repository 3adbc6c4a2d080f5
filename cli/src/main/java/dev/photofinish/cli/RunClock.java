package dev.photofinish.cli;

import dev.photofinish.reports.ConflictMatrix;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a run began, and what of its report does not depend on what it found. */
record RunClock(CommandLineShown commandLine, Instant startedAt, long startedNanos) {

    static RunClock start(CommandLineShown commandLine) {
        return new RunClock(commandLine, Instant.now(), System.nanoTime());
    }

    /** Marks the data of this run; no run of the same deployment begins in the same millisecond. */
    String mark() {
        return Long.toString(startedAt.toEpochMilli(), 36);
    }

    RunReport report(long seed, List<ContestReport> contests, List<InvariantReport> invariants) {
        return report(seed, contests, invariants, List.of());
    }

    /** @param notDone what was asked for and not even begun, a sentence each */
    RunReport report(long seed, List<ContestReport> contests, List<InvariantReport> invariants, List<String> notDone) {
        return report(seed, contests, List.of(), List.of(), invariants, notDone);
    }

    RunReport report(
            long seed,
            List<ContestReport> contests,
            List<ExplorationReport> explorations,
            List<ConflictMatrix> matrices,
            List<InvariantReport> invariants,
            List<String> notDone) {
        return new RunReport(
                RunReport.SCHEMA,
                Version.name(),
                commandLine.toString(),
                startedAt,
                Duration.ofNanos(System.nanoTime() - startedNanos),
                machine(),
                seed,
                contests,
                explorations,
                matrices,
                invariants,
                notDone);
    }

    /** Cores, memory, operating system and Java of this machine. */
    static String machine() {
        long gigabytes =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? Math.round(os.getTotalMemorySize() / 1e9)
                        : 0;
        return Runtime.getRuntime().availableProcessors() + " cores, " + gigabytes + " GB, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }
}
