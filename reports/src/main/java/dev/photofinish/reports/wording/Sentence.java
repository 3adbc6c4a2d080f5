package dev.photofinish.reports.wording;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Interleaving;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.Ruling;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one sentence about a run; if it shows code that is racy on purpose, one about that and one about the others. */
record Sentence(
        RunReport report, OnPurpose onPurpose, List<ContestReport> contests, List<ExplorationReport> explorations) {

    Sentence(RunReport report) {
        this(
                report,
                new OnPurpose(report),
                report.contests().stream()
                        .filter(contest -> !contest.deployment().racyOnPurpose())
                        .toList(),
                report.explorations().stream()
                        .filter(explored -> !explored.deployment().racyOnPurpose())
                        .toList());
    }

    /** What must not be comes first. */
    @Override
    public String toString() {
        if (!onPurpose.isThere()) {
            return ofTheOthers(report.verdict());
        }
        List<Verdict> others = verdicts();
        String rest = others.isEmpty() ? "" : ofTheOthers(Ruling.merge(others));
        Stream<String> meant = onPurpose.sentences().stream();
        return (others.contains(Verdict.VIOLATED)
                        ? Stream.concat(Stream.of(rest), meant)
                        : Stream.concat(meant, Stream.of(rest)))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String ofTheOthers(Verdict verdict) {
        return switch (verdict) {
            case VIOLATED -> violated();
            case HELD -> held();
            case INCONCLUSIVE -> inconclusive();
        };
    }

    private List<Verdict> verdicts() {
        return Stream.of(
                        contests.stream().map(ContestReport::verdict),
                        explorations.stream().map(ExplorationReport::verdict),
                        judgedInvariants().stream().map(InvariantReport::verdict))
                .flatMap(verdicts -> verdicts)
                .toList();
    }

    /** Beside code that is racy on purpose the others go by their names. */
    private Optional<String> names() {
        List<String> labels = Stream.concat(
                        contests.stream().map(ContestReport::deployment),
                        explorations.stream().map(ExplorationReport::deployment))
                .map(deployment -> "the " + deployment.label())
                .distinct()
                .toList();
        return onPurpose.isThere() && !labels.isEmpty() ? Optional.of(Figures.list(labels)) : Optional.empty();
    }

    private String violated() {
        List<String> broken = new ArrayList<>();
        if (any(contests, ContestReport::verdict)) {
            broken.add(share(contests, ContestReport::verdict, "race"));
        }
        if (any(explorations, ExplorationReport::verdict)) {
            broken.add(share(explorations, ExplorationReport::verdict, "exploration"));
        }
        return broken.isEmpty()
                ? dataBroken()
                : Figures.list(broken) + " broke a rule"
                        + names().map(name -> " on " + name).orElse("") + shownAgain() + ".";
    }

    /** What was not shown each time that it was run again is said with its number. */
    private String shownAgain() {
        return explorations.stream()
                .flatMap(explored -> explored.violations().stream())
                .map(Discovery::interleaving)
                .filter(shown -> shown.reproduced() < shown.attempts())
                .min(Comparator.comparingInt(Interleaving::reproduced))
                .map(shown -> ", reproduced %d of %d times".formatted(shown.reproduced(), shown.attempts()))
                .orElse("");
    }

    private String dataBroken() {
        return "The data break %s.".formatted(share(judgedInvariants(), InvariantReport::verdict, "invariant"));
    }

    private List<InvariantReport> judgedInvariants() {
        return report.invariants().stream()
                .filter(Predicate.not(InvariantReport::foundNoData))
                .toList();
    }

    private String held() {
        return names().map(name -> capital(name) + " held" + withoutOverlap() + ".")
                .orElseGet(this::boundedByWhatWasTried);
    }

    private String boundedByWhatWasTried() {
        List<String> tried = new ArrayList<>();
        if (rounds() > 0) {
            tried.add(Figures.count(rounds(), "judged round"));
        }
        if (schedules() > 0) {
            tried.add(Figures.count(schedules(), "interleaving"));
        }
        if (!tried.isEmpty()) {
            return "No rule was broken in %s%s.".formatted(Figures.list(tried), withoutOverlap());
        }
        if (report.invariants().isEmpty()) {
            return "";
        }
        long looked =
                report.invariants().stream().mapToLong(InvariantReport::looked).sum();
        return "No invariant was found broken in %s looked at.".formatted(Figures.count(looked, "document"));
    }

    /** Whoever reads one sentence only must not take such a race for one in which requests met. */
    private String withoutOverlap() {
        long apart = contests.stream()
                .filter(contest -> contest.course().neverOverlapped())
                .count();
        if (apart == 0) {
            return "";
        }
        String which = apart == contests.size()
                ? (apart == 1 ? "" : "in all races ")
                : "in %s of %s ".formatted(Figures.number(apart), Figures.count(contests.size(), "race"));
        return ", but " + which
                + "the requests were answered one after the other (a lock, or one worker): a race that needs overlap"
                + " could not happen";
    }

    private String inconclusive() {
        boolean somethingHeld = rounds() > 0
                || schedules() > 0
                || explorations.stream()
                        .anyMatch(explored -> !explored.coverage().saysNothing())
                || report.invariants().stream().anyMatch(invariant -> invariant.verdict() == Verdict.HELD);
        String where = names().map(name -> " on " + name).orElse("");
        if (explorations.stream().anyMatch(explored -> !explored.unproven().isEmpty())) {
            return "A violation was seen" + where + " that did not come again when its schedule was run again.";
        }
        return somethingHeld
                ? "No violation was seen" + where + ", but " + butWhat()
                : "Nothing could be judged" + where + ".";
    }

    private String butWhat() {
        return report.notDone().isEmpty()
                        && contests.stream()
                                .allMatch(contest -> contest.course().cutShort().isEmpty())
                ? "not everything could be judged."
                : "it ended before everything was done.";
    }

    private long rounds() {
        return contests.stream().mapToLong(contest -> contest.tally().judged()).sum();
    }

    private long schedules() {
        return explorations.stream()
                .mapToLong(explored -> explored.coverage().run())
                .sum();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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
