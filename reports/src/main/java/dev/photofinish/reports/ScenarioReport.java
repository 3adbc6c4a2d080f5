package dev.photofinish.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One scenario's contests, a deployment each, so that racy and right code can be put side by side. */
public record ScenarioReport(String scenario, String title, Optional<String> source, List<ContestReport> contests) {

    public ScenarioReport {
        contests = List.copyOf(contests);
    }

    /** The run's contests by scenario, both in the order in which they were raced. */
    public static List<ScenarioReport> of(RunReport report) {
        Map<String, List<ContestReport>> byScenario = report.contests().stream()
                .collect(Collectors.groupingBy(ContestReport::scenario, LinkedHashMap::new, Collectors.toList()));
        return byScenario.values().stream().map(ScenarioReport::of).toList();
    }

    private static ScenarioReport of(List<ContestReport> contests) {
        ContestReport first = contests.getFirst();
        return new ScenarioReport(first.scenario(), first.title(), first.source(), contests);
    }

    public Verdict verdict() {
        return Ruling.merge(contests.stream().map(ContestReport::verdict).toList());
    }
}
