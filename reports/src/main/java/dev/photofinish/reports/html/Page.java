package dev.photofinish.reports.html;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.ExploredScenario;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.ScenarioReport;
import dev.photofinish.reports.wording.Figures;
import dev.photofinish.reports.wording.Headline;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the templates draw. */
record Page(
        RunReport report,
        Headline headline,
        List<ScenarioReport> scenarios,
        List<DeploymentInfo> deployments,
        List<ExploredScenario> explored,
        Inline style,
        Inline script) {

    private static final Inline STYLE = Inline.resource("page.css");
    private static final Inline SCRIPT = Inline.resource("page.js");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    static Page of(RunReport report) {
        return new Page(
                report,
                Headline.of(report),
                ScenarioReport.of(report),
                List.copyOf(report.byDeployment().keySet()),
                ExploredScenario.of(report),
                STYLE,
                SCRIPT);
    }

    String when() {
        return DATE.format(report.startedAt().atOffset(ZoneOffset.UTC));
    }

    String took() {
        return Figures.duration(report.took());
    }

    /** The anchors of the explorations, by scenario. */
    Map<String, String> targets() {
        return IntStream.range(0, explored.size())
                .boxed()
                .collect(Collectors.toMap(place -> explored.get(place).scenario(), Page::anchor));
    }

    static String anchor(int place) {
        return "explored-" + (place + 1);
    }

    /** The scenario's contest on one deployment; a run need not race every scenario everywhere. */
    Optional<ContestReport> contest(ScenarioReport scenario, DeploymentInfo deployment) {
        return scenario.contests().stream()
                .filter(contest -> contest.deployment().equals(deployment))
                .findFirst();
    }
}
