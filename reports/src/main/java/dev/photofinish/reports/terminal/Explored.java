package dev.photofinish.reports.terminal;

import dev.photofinish.reports.ConflictMatrix;
import dev.photofinish.reports.Coverage;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Interleaving;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Shown;
import dev.photofinish.reports.Verdict;
import dev.photofinish.reports.wording.ExplorationStory;
import dev.photofinish.reports.wording.Figures;
import dev.photofinish.reports.wording.RoundStory;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The part of the text that is about explorations: their table, what was discovered, the conflict matrices. */
final class Explored {

    private static final int VERDICT = 14;
    private static final int COMMANDS = 8;
    private static final int RUN = 6;
    private static final int PRUNED = 6;
    private static final int OUT_OF = 8;
    private static final int VIOLATING = 9;
    private static final int FIRST = 5;
    private static final int TIME = 10;
    private static final int STATE = 12;
    private static final int DETAIL = 240;

    private final RunReport report;
    private final Sheet sheet;

    Explored(RunReport report, Style style) {
        this.report = report;
        this.sheet = new Sheet(style);
    }

    /** Two lines an exploration: whose it is, and how it went. */
    String table() {
        if (report.explorations().isEmpty()) {
            return "";
        }
        sheet.row(
                sheet.strong(sheet.left("explored", VERDICT)),
                sheet.strong(sheet.right("commands", COMMANDS)),
                sheet.strong(sheet.right("run", RUN)),
                sheet.strong(sheet.right("pruned", PRUNED)),
                sheet.strong(sheet.right("at most", OUT_OF)),
                sheet.strong(sheet.right("violating", VIOLATING)),
                sheet.strong(sheet.right("first", FIRST)),
                sheet.strong(sheet.right("time", TIME)));
        sheet.rule();
        report.explorations().forEach(this::row);
        return sheet.toString();
    }

    /**
     * For each exploration: how much was covered and, of each discovery, why, when, and the interleaving. Of the many pairs of a
     * matrix only those that need words.
     */
    String discoveries() {
        report.explorations().stream()
                .filter(explored -> report.matrices().isEmpty() || needsWords(explored))
                .forEach(this::exploration);
        return sheet.toString().stripTrailing() + (sheet.toString().isEmpty() ? "" : "\n");
    }

    /** A row a pair of operations, under their entity. */
    String matrices() {
        for (ConflictMatrix matrix : report.matrices()) {
            sheet.row(
                    sheet.strong(sheet.left("two at once on one " + matrix.entity(), pairColumn())),
                    sheet.strong(sheet.left("", STATE)));
            sheet.rule();
            matrix.cells().forEach(this::cell);
            sheet.blank();
        }
        return sheet.toString().stripTrailing() + (sheet.toString().isEmpty() ? "" : "\n");
    }

    private void row(ExplorationReport explored) {
        Coverage coverage = explored.coverage();
        ExplorationStory story = new ExplorationStory(explored);
        sheet.row(sheet.left(name(explored), sheet.columns()));
        sheet.row(
                "  " + sheet.verdict(explored.verdict(), VERDICT - 2),
                sheet.right(story.commands(), COMMANDS),
                sheet.right(Figures.number(coverage.run()), RUN),
                sheet.right(Figures.number(coverage.pruned()), PRUNED),
                sheet.right(story.outOf(), OUT_OF),
                sheet.right(Figures.number(coverage.violating()), VIOLATING),
                sheet.right(number(explored.firstViolationAt()), FIRST),
                sheet.right(Figures.duration(explored.took()), TIME));
    }

    private static boolean needsWords(ExplorationReport explored) {
        return explored.verdict() != Verdict.HELD
                || !explored.discoveries().isEmpty()
                || !explored.doubts().isEmpty()
                || !explored.unsafe().pairs().isEmpty()
                || !explored.obstacles().isEmpty()
                || !explored.notes().isEmpty();
    }

    private void exploration(ExplorationReport explored) {
        sheet.row(
                sheet.verdict(explored.verdict(), VERDICT - 2),
                sheet.strong(sheet.left(name(explored), sheet.columns() - VERDICT)));
        sheet.paragraph(explored.title(), 2);
        ExplorationStory story = new ExplorationStory(explored);
        story.summary().forEach(line -> sheet.paragraph(line, 2));
        Shown.of(explored.discoveries()).forEach(shown -> interleaving(shown, story));
        sheet.blank();
    }

    /** All rules that it breaks, the interleaving, and what is wrong by each of them. */
    private void interleaving(Shown shown, ExplorationStory story) {
        Interleaving interleaving = shown.interleaving();
        sheet.blank();
        shown.byExplanation().forEach(alike -> rules(alike, story));
        Columns.draw(sheet, interleaving);
        interleaving.lanes().forEach(this::told);
        shown.discoveries().forEach(found -> wrong(found, shown));
        if (shown.reproducedAlike()) {
            ExplorationStory.reproduced(shown.first()).ifPresent(sentence -> sheet.paragraph(sentence, 2));
        }
        sheet.command("Replay:", interleaving.replay());
    }

    private void rules(Shown alike, ExplorationStory story) {
        alike.discoveries().forEach(found -> rule(found, story));
        ExplorationStory.explanation(alike.first()).ifPresent(sentence -> sheet.paragraph(sentence, 2));
    }

    private void rule(Discovery found, ExplorationStory story) {
        String weight = found.weight() == Discovery.Weight.NOTICE ? "notice, no violation: " : "";
        sheet.paragraph(weight + found.rule() + ", " + story.seen(found), 2);
    }

    private void wrong(Discovery found, Shown shown) {
        if (found.interleaving().evidence().isEmpty()) {
            found.text().lines().forEach(line -> sheet.paragraph(line, 2));
        }
        found.interleaving().evidence().forEach(this::evidence);
        if (!shown.reproducedAlike()) {
            ExplorationStory.reproduced(found).ifPresent(sentence -> sheet.paragraph(found.rule() + " " + sentence, 2));
        }
    }

    private void told(Lane lane) {
        lane.exchanges()
                .forEach(exchange -> sheet.paragraph(
                        "%s (%s) sent %s: %s: %s"
                                .formatted(
                                        lane.contender(),
                                        lane.user(),
                                        exchange.operation(),
                                        RoundStory.answer(exchange),
                                        shortened(exchange.answer())),
                        2));
    }

    private void evidence(Evidence evidence) {
        sheet.paragraph(evidence.explanation(), 2);
        if (!evidence.detail().isEmpty()) {
            sheet.paragraph(shortened(evidence.detail()), 4);
        }
    }

    /** A person reads the rest in the HTML page. */
    private static String shortened(String text) {
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL) + "…";
    }

    private void cell(ConflictMatrix.Cell cell) {
        String pair = cell.first() + " × " + cell.second();
        String state = cell.state() == ConflictMatrix.State.BREAKS
                ? "BREAKS"
                : cell.state().word();
        sheet.row(sheet.left(pair, pairColumn()), state(cell.state(), state));
        String what = cell.rules().stream().collect(Collectors.joining(", "));
        if (!what.isEmpty() || !cell.why().isEmpty()) {
            sheet.paragraph(what + cell.why(), 2);
        }
    }

    private String state(ConflictMatrix.State state, String word) {
        String cell = sheet.left(word, STATE);
        return switch (state) {
            case BREAKS -> sheet.painted(cell, Verdict.VIOLATED);
            case HELD -> sheet.painted(cell, Verdict.HELD);
            case NOTICE, INCONCLUSIVE -> sheet.painted(cell, Verdict.INCONCLUSIVE);
            case NOT_EXPLORED -> sheet.faint(cell);
        };
    }

    private static String name(ExplorationReport explored) {
        return explored.scenario() + ", " + explored.deployment().label();
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Figures.number(number.getAsLong()) : "–";
    }

    private int pairColumn() {
        return sheet.columns() - STATE - 2;
    }
}
