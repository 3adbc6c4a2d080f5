package dev.photofinish.reports.wording;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one sentence about a run. What code that is racy on purpose showed is said apart, before what the others did. */
record Sentence(RunReport report, List<ContestReport> contests, List<ExplorationReport> explorations) {

    Sentence(RunReport report) {
        this(
                report,
                report.contests().stream()
                        .filter(contest -> !contest.deployment().racyOnPurpose())
                        .toList(),
                report.explorations().stream()
                        .filter(explored -> !explored.deployment().racyOnPurpose())
                        .toList());
    }

    @Override
    public String toString() {
        String others = switch (report.verdict()) {
            case VIOLATED -> violated();
            case HELD -> held();
            case INCONCLUSIVE -> inconclusive();
        };
        return Stream.concat(onPurpose().stream(), Stream.of(others))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A sentence a deployment that is meant to break. */
    private List<String> onPurpose() {
        Map<DeploymentInfo, List<String>> broke = new LinkedHashMap<>();
        report.byDeployment()
                .forEach((deployment, raced) -> broke.computeIfAbsent(deployment, first -> new ArrayList<>())
                        .add(share(raced, ContestReport::verdict, "race")));
        report.exploredByDeployment()
                .forEach((deployment, explored) -> broke.computeIfAbsent(deployment, first -> new ArrayList<>())
                        .add(share(explored, ExplorationReport::verdict, "exploration")));
        return broke.entrySet().stream()
                .filter(entry -> entry.getKey().racyOnPurpose())
                .map(entry -> "The %s broke a rule in %s, as it is meant to."
                        .formatted(entry.getKey().label(), Figures.list(entry.getValue())))
                .toList();
    }

    private String violated() {
        List<String> broken = new ArrayList<>();
        if (any(contests, ContestReport::verdict)) {
            broken.add(share(contests, ContestReport::verdict, "race"));
        }
        if (any(explorations, ExplorationReport::verdict)) {
            broken.add(share(explorations, ExplorationReport::verdict, "exploration"));
        }
        return broken.isEmpty() ? dataBroken() : Figures.list(broken) + " broke a rule.";
    }

    private String dataBroken() {
        List<InvariantReport> judged = report.invariants().stream()
                .filter(Predicate.not(InvariantReport::foundNoData))
                .toList();
        return "The data break %s.".formatted(share(judged, InvariantReport::verdict, "invariant"));
    }

    private String held() {
        List<String> tried = new ArrayList<>();
        if (rounds() > 0) {
            tried.add(Figures.count(rounds(), "judged round"));
        }
        if (schedules() > 0) {
            tried.add(Figures.count(schedules(), "interleaving"));
        }
        if (!tried.isEmpty()) {
            return "No rule was broken in %s.".formatted(Figures.list(tried));
        }
        if (report.invariants().isEmpty()) {
            return "";
        }
        long looked =
                report.invariants().stream().mapToLong(InvariantReport::looked).sum();
        return "No invariant was found broken in %s looked at.".formatted(Figures.count(looked, "document"));
    }

    private String inconclusive() {
        boolean somethingHeld = rounds() > 0
                || schedules() > 0
                || report.invariants().stream().anyMatch(invariant -> invariant.verdict() == Verdict.HELD);
        return somethingHeld
                ? "No violation was seen, but not everything could be judged."
                : "Nothing could be judged.";
    }

    private long rounds() {
        return contests.stream().mapToLong(contest -> contest.tally().judged()).sum();
    }

    private long schedules() {
        return explorations.stream()
                .mapToLong(explored -> explored.coverage().run())
                .sum();
    }

    private static <T> boolean any(List<T> tried, Function<T, Verdict> verdict) {
        return tried.stream().map(verdict).anyMatch(Verdict.VIOLATED::equals);
    }

    /** {@code 3 of 8 races}. */
    private static <T> String share(List<T> tried, Function<T, Verdict> verdict, String noun) {
        long violated =
                tried.stream().map(verdict).filter(Verdict.VIOLATED::equals).count();
        return "%d of %s".formatted(violated, Figures.count(tried.size(), noun));
    }
}
