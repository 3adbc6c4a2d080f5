package dev.photofinish.reports.wording;

import dev.photofinish.reports.BrokenRule;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Spread;
import dev.photofinish.reports.Witness;
import dev.photofinish.reports.statistics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one contest found, line by line; a line that belongs to the one before it is indented by two spaces. */
public final class ContestStory {

    private final ContestReport contest;

    public ContestStory(ContestReport contest) {
        this.contest = contest;
    }

    /** The violations among the judged rounds: {@code 0 of 300: below 1.0 % at 95 %}. */
    public String rate() {
        return contest.tally().violationRate().map(Proportion::sentence).orElse("no round could be judged");
    }

    /** Why rounds could not be judged, most frequent first: {@code 2 rounds inconclusive: Contender E failed.} */
    public List<String> causes() {
        return contest.inconclusive().stream()
                .map(cause -> Figures.count(cause.rounds(), "round") + " inconclusive: " + cause.sentence())
                .toList();
    }

    /** What keeps it from being held; nothing if nothing does. */
    public List<String> reasons() {
        return contest.reasons();
    }

    /** That the requests never met, where they never did: what such a race has not shown. */
    public Optional<String> overlap() {
        return contest.course()
                .overlap()
                .filter(measured -> contest.course().neverOverlapped())
                .map(measured ->
                        ("answered one after the other in %s of %s: a lock, or one worker; a race that needs overlap"
                                        + " could not happen here")
                                .formatted(
                                        Figures.number(measured.oneAfterTheOther()),
                                        Figures.count(measured.rounds(), "round")));
    }

    /** How close the contenders were and where that was measured; empty if no round got that far. */
    public Optional<String> spread() {
        return contest.spread().map(ContestStory::spread);
    }

    /** Everything but the rounds themselves: rate, spread, broken rules, sweep, causes. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(rate());
        lines.addAll(reasons());
        overlap().ifPresent(lines::add);
        spread().ifPresent(lines::add);
        for (BrokenRule rule : contest.brokenRules()) {
            lines.add("broken in %s: %s (%s)"
                    .formatted(Figures.count(rule.rounds(), "round"), rule.title(), rule.name()));
        }
        if (!contest.sweep().isEmpty()) {
            lines.add("sweep of the offset: " + SweepStory.summary(contest.sweep()));
        }
        lines.addAll(causes());
        return lines;
    }

    /** The first witness in words, but for the command that shows it again; nothing if there is none. */
    public List<String> witness() {
        return contest.witnesses().stream().findFirst().map(ContestStory::lines).orElse(List.of());
    }

    private static String spread(Spread spread) {
        String where = switch (spread.seenAt()) {
            case SERVER -> "arrival spread, stamped at the server";
            case RELEASE -> "release spread, stamped at this machine";
        };
        return "%s: median %s, 90 %% within %s, 99 %% within %s over %s"
                .formatted(
                        where,
                        Figures.span(spread.p50Micros()),
                        Figures.span(spread.p90Micros()),
                        Figures.span(spread.p99Micros()),
                        Figures.count(spread.rounds(), "round"));
    }

    private static List<String> lines(Witness witness) {
        RoundStory story = new RoundStory(witness);
        List<String> lines = new ArrayList<>();
        lines.add(
                "Round %d, %s: %s".formatted(witness.round(), witness.verdict().word(), story.told()));
        for (Evidence evidence : witness.evidence()) {
            lines.add("  %s: %s".formatted(evidence.rule(), evidence.explanation()));
            if (!evidence.detail().isEmpty()) {
                lines.add("    " + evidence.detail());
            }
        }
        lines.add(story.finish());
        story.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }
}
