package dev.photofinish.reports.wording;

import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What code that is racy on purpose showed: whether all was seen that was to be seen. */
final class OnPurpose {

    /** How often a scenario was tried, and what came of it; raced and explored, it was tried twice. */
    private record Try(String scenario, Verdict verdict) {}

    private final Map<String, List<Try>> triesByLabel = new LinkedHashMap<>();

    OnPurpose(RunReport report) {
        report.contests().stream()
                .filter(contest -> contest.deployment().racyOnPurpose())
                .forEach(contest -> add(contest.deployment().label(), new Try(contest.scenario(), contest.verdict())));
        report.explorations().stream()
                .filter(explored -> explored.deployment().racyOnPurpose())
                .forEach(explored ->
                        add(explored.deployment().label(), new Try(explored.scenario(), explored.verdict())));
    }

    private void add(String label, Try tried) {
        triesByLabel.computeIfAbsent(label, first -> new ArrayList<>()).add(tried);
    }

    /** Whether there is any such code. */
    boolean isThere() {
        return !triesByLabel.isEmpty();
    }

    /** One of each such code, whatever its addresses. */
    List<String> sentences() {
        return triesByLabel.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String sentence(String label, List<Try> tries) {
        long broke = tries.stream()
                .filter(tried -> tried.verdict() == Verdict.VIOLATED)
                .count();
        long scenarios = tries.stream().map(Try::scenario).distinct().count();
        if (broke == 0) {
            return "The %s is meant to break, and did not.".formatted(label);
        }
        if (broke < tries.size()) {
            return "The %s broke in %d of %d tries, and is meant to in each.".formatted(label, broke, tries.size());
        }
        return scenarios == 1
                ? "The %s broke, as it is meant to.".formatted(label)
                : "The %s broke in all %s, as it is meant to.".formatted(label, Figures.count(scenarios, "scenario"));
    }
}
