package dev.photofinish.reports.wording;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.Ruling;
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
        report.byDeployment()
                .forEach((deployment, contests) -> findings.add(finding(
                        deployment,
                        deployment.label(),
                        contests.stream().map(ContestReport::verdict).toList(),
                        Figures.count(
                                contests.stream()
                                        .mapToLong(contest -> contest.tally().judged())
                                        .sum(),
                                "judged round"))));
        report.exploredByDeployment()
                .forEach((deployment, explored) -> findings.add(finding(
                        deployment,
                        deployment.label() + ", explored",
                        explored.stream().map(ExplorationReport::verdict).toList(),
                        Figures.count(
                                explored.stream()
                                        .mapToLong(each -> each.coverage().run())
                                        .sum(),
                                "interleaving"))));
        if (!report.invariants().isEmpty()) {
            findings.add(invariants(report.invariants()));
        }
        report.notDone().forEach(what -> findings.add(new Finding("not done", Verdict.INCONCLUSIVE, what)));
        return new Headline(report.verdict(), new Sentence(report).toString(), findings);
    }

    /** @param tried what bounds the rate of violations where none was seen */
    private static Finding finding(DeploymentInfo deployment, String subject, List<Verdict> verdicts, String tried) {
        Verdict verdict = Ruling.merge(verdicts);
        String more = switch (verdict) {
            case HELD -> " in " + tried;
            case VIOLATED -> deployment.racyOnPurpose() ? ", as it is meant to be" : "";
            case INCONCLUSIVE -> "";
        };
        return new Finding(subject, verdict, counted(verdicts, "scenario") + more);
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
                Ruling.merge(verdicts),
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
}
