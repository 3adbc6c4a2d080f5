package dev.photofinish.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One scenario's explorations, a deployment each, so that racy and right code can be put side by side. */
public record ExploredScenario(
        String scenario, String title, Optional<String> source, List<ExplorationReport> explorations) {

    public ExploredScenario {
        explorations = List.copyOf(explorations);
    }

    /** The run's explorations by scenario, both in the order in which they were made. */
    public static List<ExploredScenario> of(RunReport report) {
        Map<String, List<ExplorationReport>> byScenario = report.explorations().stream()
                .collect(Collectors.groupingBy(ExplorationReport::scenario, LinkedHashMap::new, Collectors.toList()));
        return byScenario.values().stream().map(ExploredScenario::of).toList();
    }

    private static ExploredScenario of(List<ExplorationReport> explorations) {
        ExplorationReport first = explorations.getFirst();
        return new ExploredScenario(first.scenario(), first.title(), first.source(), explorations);
    }
}
