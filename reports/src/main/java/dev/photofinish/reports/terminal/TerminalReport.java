package dev.photofinish.reports.terminal;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.ScenarioReport;
import dev.photofinish.reports.Spread;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import dev.photofinish.reports.statistics.Proportion;
import dev.photofinish.reports.wording.ContestStory;
import dev.photofinish.reports.wording.Figures;
import dev.photofinish.reports.wording.Headline;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The run as text that fits 80 columns. The parts can be had one by one, for commands that print some of them; each ends
 * with a line feed, and is empty where the run has nothing to show.
 */
public final class TerminalReport implements Renderer {

    private static final int VERDICT = 12;
    private static final int VIOLATED = 11;
    private static final int INTERVAL = 12;
    private static final int SPREAD = 8;
    private static final int COUNT = 10;
    private static final int GAPS = 8;

    private final Style style;

    public TerminalReport(Style style) {
        this.style = style;
    }

    /** Everything: the table, what was broken and how, the invariants, and the headline last, where the eye is. */
    @Override
    public void render(RunReport report, Writer out) throws IOException {
        out.write(String.join(
                "\n",
                Stream.of(
                                contests(report),
                                findings(report),
                                explorations(report),
                                discoveries(report),
                                matrices(report),
                                invariants(report),
                                headline(report))
                        .filter(part -> !part.isEmpty())
                        .toList()));
        out.flush();
    }

    /** A row a contest, under its scenario's name where the run compares deployments. */
    public String contests(RunReport report) {
        Sheet sheet = new Sheet(style);
        if (report.contests().isEmpty()) {
            return "";
        }
        sheet.row(
                sheet.strong(sheet.left("scenario", nameColumn())),
                sheet.strong(sheet.left("verdict", VERDICT)),
                sheet.strong(sheet.right("violated", VIOLATED)),
                sheet.strong(sheet.right("at 95 %", INTERVAL)),
                sheet.strong(sheet.right("spread", SPREAD)));
        sheet.rule();
        boolean compared = report.byDeployment().size() > 1;
        for (ScenarioReport scenario : ScenarioReport.of(report)) {
            if (compared) {
                sheet.row(sheet.left(scenario.scenario(), sheet.columns()));
            }
            for (ContestReport contest : scenario.contests()) {
                contest(sheet, compared ? "  " + contest.deployment().label() : contest.scenario(), contest);
            }
        }
        return sheet.toString();
    }

    /** For each contest in which not every round held: the broken rules, one round in words, why others were not judged. */
    public String findings(RunReport report) {
        Sheet sheet = new Sheet(style);
        report.contests().stream()
                .filter(contest -> contest.verdict() != Verdict.HELD
                        || contest.tally().inconclusive() > 0
                        || contest.course().neverOverlapped())
                .forEach(contest -> finding(sheet, contest));
        return sheet.toString().stripTrailing() + (sheet.toString().isEmpty() ? "" : "\n");
    }

    /** Two lines an exploration: how many schedules were run, and how many of them broke a rule. */
    public String explorations(RunReport report) {
        return new Explored(report, style).table();
    }

    /** What each exploration covered, and for each rule that it saw broken the interleaving, command by command. */
    public String discoveries(RunReport report) {
        return new Explored(report, style).discoveries();
    }

    /** Which pairs of operations break what, a row a pair. */
    public String matrices(RunReport report) {
        return new Explored(report, style).matrices();
    }

    /** A row an invariant, with the first documents that break it. */
    public String invariants(RunReport report) {
        if (report.invariants().isEmpty()) {
            return "";
        }
        Sheet sheet = new Sheet(style);
        sheet.row(
                sheet.strong(sheet.left("invariant", invariantColumn())),
                sheet.strong(sheet.left("verdict", VERDICT)),
                sheet.strong(sheet.right("looked at", COUNT)),
                sheet.strong(sheet.right("violations", COUNT)));
        sheet.rule();
        report.invariants().forEach(invariant -> invariant(sheet, invariant));
        return sheet.toString();
    }

    /** What the run found, a line a deployment. */
    public String headline(RunReport report) {
        Headline headline = Headline.of(report);
        Sheet sheet = new Sheet(style);
        List<String> lines = Cells.wrap(headline.sentence(), sheet.columns() - VERDICT - 2);
        sheet.row(
                sheet.verdict(headline.verdict(), VERDICT),
                sheet.strong(sheet.left(lines.getFirst(), Cells.width(lines.getFirst()))));
        lines.stream()
                .skip(1)
                .forEach(line -> sheet.row(" ".repeat(VERDICT), sheet.strong(sheet.left(line, Cells.width(line)))));
        for (Headline.Finding finding : headline.findings()) {
            sheet.paragraph(finding.subject() + ": " + finding.sentence(), 0);
        }
        return sheet.toString();
    }

    private void contest(Sheet sheet, String name, ContestReport contest) {
        Tally tally = contest.tally();
        sheet.row(
                sheet.left(name, nameColumn()),
                sheet.verdict(contest.verdict(), VERDICT),
                sheet.right(Figures.number(tally.violated()) + "/" + Figures.number(tally.judged()), VIOLATED),
                sheet.right(tally.violationRate().map(Proportion::interval).orElse("–"), INTERVAL),
                sheet.right(contest.spread().map(TerminalReport::median).orElse("–"), SPREAD));
    }

    private static String median(Spread spread) {
        return Figures.span(spread.p50Micros());
    }

    private void finding(Sheet sheet, ContestReport contest) {
        ContestStory story = new ContestStory(contest);
        sheet.row(
                sheet.verdict(contest.verdict(), VERDICT),
                sheet.strong(sheet.left(
                        contest.scenario() + ", " + contest.deployment().label(), sheet.columns() - VERDICT - 2)));
        sheet.paragraph(contest.title(), 2);
        story.summary().forEach(line -> sheet.paragraph(line, 2));
        story.witness().forEach(line -> sheet.paragraph(line, 2));
        contest.witnesses().stream().findFirst().ifPresent(witness -> sheet.command("Replay:", witness.replay()));
        sheet.blank();
    }

    private void invariant(Sheet sheet, InvariantReport invariant) {
        sheet.row(
                sheet.left(invariant.name(), invariantColumn()),
                invariant.foundNoData()
                        ? sheet.faint(sheet.left("no data", VERDICT))
                        : sheet.verdict(invariant.verdict(), VERDICT),
                sheet.right(Figures.number(invariant.looked()), COUNT),
                sheet.right(Figures.number(invariant.violations()), COUNT));
        if (invariant.alreadyBroken() > 0) {
            sheet.paragraph(Figures.number(invariant.alreadyBroken()) + " broke it before the run began", 2);
        }
        if (!invariant.problem().isEmpty()) {
            sheet.paragraph(invariant.problem(), 2);
        }
        invariant.offenders().forEach(offender -> sheet.paragraph(offender, 2));
        long unnamed = invariant.violations() - invariant.offenders().size();
        if (unnamed > 0) {
            sheet.paragraph("and " + Figures.number(unnamed) + " more", 2);
        }
    }

    private int nameColumn() {
        return style.columns() - VERDICT - VIOLATED - INTERVAL - SPREAD - GAPS;
    }

    private int invariantColumn() {
        return style.columns() - VERDICT - 2 * COUNT - 6;
    }
}
