package dev.photofinish.reports.html;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.ScenarioReport;
import dev.photofinish.reports.wording.Figures;
import dev.photofinish.reports.wording.Headline;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the templates draw. */
record Page(
        RunReport report,
        Headline headline,
        List<ScenarioReport> scenarios,
        List<DeploymentInfo> deployments,
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
                STYLE,
                SCRIPT);
    }

    String when() {
        return DATE.format(report.startedAt().atOffset(ZoneOffset.UTC));
    }

    String took() {
        return Figures.duration(report.took());
    }

    /** The scenario's contest on one deployment; a run need not race every scenario everywhere. */
    Optional<ContestReport> contest(ScenarioReport scenario, DeploymentInfo deployment) {
        return scenario.contests().stream()
                .filter(contest -> contest.deployment().equals(deployment))
                .findFirst();
    }
}
