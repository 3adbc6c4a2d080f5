package dev.photofinish.reports.wording;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run found, in one sentence and one finding a deployment. It never says that anything is safe: rounds that held
 * bound the rate of violations, they do not exclude them.
 */
public record Headline(Verdict verdict, String sentence, List<Finding> findings) {

    public Headline {
        findings = List.copyOf(findings);
    }

    /** How the scenarios went on one deployment, or how the invariants did: {@code 4 of 5 violated, 1 inconclusive}. */
    public record Finding(String subject, Verdict verdict, String sentence) {}

    public static Headline of(RunReport report) {
        List<Finding> findings = new ArrayList<>();
        report.byDeployment().forEach((deployment, contests) -> findings.add(scenarios(deployment.label(), contests)));
        if (!report.invariants().isEmpty()) {
            findings.add(invariants(report.invariants()));
        }
        return new Headline(report.verdict(), sentence(report), findings);
    }

    private static Finding scenarios(String deployment, List<ContestReport> contests) {
        List<Verdict> verdicts = contests.stream().map(ContestReport::verdict).toList();
        return new Finding(deployment, Verdict.merge(verdicts), counted(verdicts, "scenario"));
    }

    private static Finding invariants(List<InvariantReport> invariants) {
        List<Verdict> verdicts = invariants.stream()
                .filter(Predicate.not(InvariantReport::foundNoData))
                .map(InvariantReport::verdict)
                .toList();
        int withoutData = invariants.size() - verdicts.size();
        String sentence = verdicts.isEmpty() ? "none judged" : counted(verdicts, "invariant");
        return new Finding(
                "all data",
                Verdict.merge(verdicts),
                withoutData == 0 ? sentence : sentence + ", " + withoutData + " without data");
    }

    private static String counted(List<Verdict> verdicts, String noun) {
        Map<Verdict, Long> counts = verdicts.stream().collect(Collectors.groupingBy(v -> v, Collectors.counting()));
        String all = Figures.count(verdicts.size(), noun);
        if (counts.size() == 1) {
            return (verdicts.size() == 1 ? all : "all " + all) + " "
                    + verdicts.getFirst().word();
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.VIOLATED, Verdict.INCONCLUSIVE, Verdict.HELD)) {
            long count = counts.getOrDefault(verdict, 0L);
            if (count > 0) {
                parts.add((parts.isEmpty() ? count + " of " + all : count) + " " + verdict.word());
            }
        }
        return String.join(", ", parts);
    }

    private static String sentence(RunReport report) {
        return switch (report.verdict()) {
            case VIOLATED -> violated(report);
            case HELD -> held(report);
            case INCONCLUSIVE -> inconclusive(report);
        };
    }

    private static String violated(RunReport report) {
        long races = report.contests().stream()
                .filter(contest -> contest.verdict() == Verdict.VIOLATED)
                .count();
        if (races > 0) {
            return "%d of %s broke a rule."
                    .formatted(races, Figures.count(report.contests().size(), "race"));
        }
        long invariants = report.invariants().stream()
                .filter(invariant -> invariant.verdict() == Verdict.VIOLATED)
                .count();
        long judged = report.invariants().stream()
                .filter(Predicate.not(InvariantReport::foundNoData))
                .count();
        return "The data break %d of %s.".formatted(invariants, Figures.count(judged, "invariant"));
    }

    private static String held(RunReport report) {
        if (report.contests().isEmpty()) {
            long looked = report.invariants().stream()
                    .mapToLong(InvariantReport::looked)
                    .sum();
            return "No invariant was found broken in %s looked at.".formatted(Figures.count(looked, "document"));
        }
        return "No rule was broken in %s.".formatted(Figures.count(judged(report), "judged round"));
    }

    private static String inconclusive(RunReport report) {
        boolean somethingHeld = judged(report) > 0
                || report.invariants().stream().anyMatch(invariant -> invariant.verdict() == Verdict.HELD);
        return somethingHeld
                ? "No violation was seen, but not everything could be judged."
                : "Nothing could be judged.";
    }

    private static long judged(RunReport report) {
        return report.contests().stream()
                .mapToLong(contest -> contest.tally().judged())
                .sum();
    }
}
