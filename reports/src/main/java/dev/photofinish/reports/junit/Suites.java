package dev.photofinish.reports.junit;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.reports.junit.TestSuite.Result;
import dev.photofinish.reports.junit.TestSuite.TestCase;
import dev.photofinish.reports.wording.ContestStory;
import dev.photofinish.reports.wording.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which suites and tests a run makes: a suite a deployment with a test a scenario, another of those that were explored
 * there, and one of the invariants. What could not be judged is an error, never a pass; an invariant that found no data was not
 * run.
 */
final class Suites {

    private Suites() {}

    static List<TestSuite> of(RunReport report) {
        List<TestSuite> suites = new ArrayList<>();
        report.byDeployment()
                .forEach((deployment, contests) -> suites.add(new TestSuite(
                        deployment.label(),
                        properties(report, deployment),
                        contests.stream().map(Suites::test).toList())));
        report.exploredByDeployment()
                .forEach((deployment, explored) -> suites.add(new TestSuite(
                        deployment.label() + ", explored",
                        properties(report, deployment),
                        explored.stream()
                                .map(each -> ExploredTests.test(each, className(deployment)))
                                .toList())));
        if (!report.invariants().isEmpty()) {
            suites.add(new TestSuite(
                    "invariants",
                    properties(report),
                    report.invariants().stream().map(Suites::test).toList()));
        }
        if (!report.notDone().isEmpty()) {
            suites.add(new TestSuite(
                    "not done",
                    properties(report),
                    report.notDone().stream().map(Suites::notDone).toList()));
        }
        return suites;
    }

    private static TestCase notDone(String sentence) {
        return new TestCase(
                "photofinish.not done", sentence, Duration.ZERO, new Result.Errored(sentence, sentence), sentence);
    }

    private static Map<String, String> properties(RunReport report) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("tool", report.tool());
        properties.put("command", report.command());
        properties.put("machine", report.machine());
        properties.put("seed", Long.toString(report.seed()));
        return properties;
    }

    private static Map<String, String> properties(RunReport report, DeploymentInfo deployment) {
        Map<String, String> properties = properties(report);
        properties.put("url", deployment.url());
        deployment.database().ifPresent(database -> properties.put("database", database));
        return properties;
    }

    private static TestCase test(ContestReport contest) {
        String output = contest.title() + "\n" + String.join("\n", new ContestStory(contest).summary());
        return new TestCase(
                className(contest.deployment()), contest.scenario(), contest.took(), result(contest), output);
    }

    /** CI servers split class names at dots into packages, and a label may be an address. */
    private static String className(DeploymentInfo deployment) {
        return "photofinish." + deployment.label().replace('.', '_');
    }

    /** Code that is racy on purpose passes by breaking. */
    static Result onPurpose(Verdict seen) {
        return seen == Verdict.VIOLATED
                ? new Result.Passed()
                : new Result.Errored(
                        "This code is racy on purpose, but no violation was seen: " + seen.word() + ".", "");
    }

    private static Result result(ContestReport contest) {
        if (contest.deployment().racyOnPurpose()) {
            return onPurpose(contest.verdict());
        }
        ContestStory story = new ContestStory(contest);
        return switch (contest.verdict()) {
            case HELD -> new Result.Passed();
            case VIOLATED ->
                new Result.Failed("Violated: %s.".formatted(story.rate()), String.join("\n", evidence(contest)));
            case INCONCLUSIVE ->
                new Result.Errored("Inconclusive: " + contest.reasons().getFirst(), String.join("\n", story.summary()));
        };
    }

    private static List<String> evidence(ContestReport contest) {
        ContestStory story = new ContestStory(contest);
        List<String> lines = new ArrayList<>();
        lines.add(contest.title());
        lines.addAll(story.summary());
        lines.add("");
        lines.addAll(story.witness());
        contest.witnesses().stream().findFirst().ifPresent(witness -> lines.add("Replay: " + witness.replay()));
        return lines;
    }

    private static TestCase test(InvariantReport invariant) {
        String output = "%s\n%s in %s, %s, %d of them before the run"
                .formatted(
                        invariant.title(),
                        Figures.count(invariant.looked(), "document"),
                        invariant.on(),
                        Figures.count(invariant.violations(), "violation"),
                        invariant.alreadyBroken());
        return new TestCase("photofinish.invariants", invariant.name(), Duration.ZERO, result(invariant), output);
    }

    private static Result result(InvariantReport invariant) {
        if (invariant.foundNoData()) {
            return new Result.Skipped("There was no data to look at in " + invariant.on() + ".");
        }
        return switch (invariant.verdict()) {
            case HELD -> new Result.Passed();
            case VIOLATED ->
                new Result.Failed(
                        "%s: broken by %s of %s in %s."
                                .formatted(
                                        invariant.title(),
                                        Figures.number(invariant.violations()),
                                        Figures.count(invariant.looked(), "document"),
                                        invariant.on()),
                        String.join("\n", invariant.offenders()));
            case INCONCLUSIVE -> new Result.Errored("Inconclusive: " + invariant.problem(), invariant.problem());
        };
    }
}
