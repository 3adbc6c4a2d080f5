package dev.photofinish.reports.wording;

import dev.photofinish.reports.Coverage;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Interleaving;
import dev.photofinish.reports.Passed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one exploration covered and found, in words. It says that a contest is complete only where it is. */
public final class ExplorationStory {

    private final ExplorationReport explored;
    private final Coverage coverage;

    public ExplorationStory(ExplorationReport explored) {
        this.explored = explored;
        this.coverage = explored.coverage();
    }

    /**
     * How much was tried and what came of it: {@code all 12 interleavings that matter were run, of at most 272: 0 violations}, or
     * {@code explored 5,000 of at most about 2.7 million; not exhaustive: 0 violations}.
     */
    public String covered() {
        if (coverage.saysNothing()) {
            return "no interleaving could be run to its end";
        }
        String violations = Figures.count(coverage.togetherViolating(), "violation");
        if (coverage.run() == 0) {
            return "replayed %s, sampled: %s%s"
                    .formatted(Figures.count(coverage.togetherRuns(), "time"), violations, shownAgain());
        }
        String sampled = coverage.togetherRuns() == 0
                ? ""
                : "; %s sampled: %s".formatted(Figures.number(coverage.togetherRuns()), violations);
        return tried() + ": " + Figures.count(coverage.violating(), "violation") + sampled + shownAgain() + unsafe();
    }

    /** Where that is a finding. */
    private String unsafe() {
        return explored.unsafe().makesAFinding()
                ? "; %s unsafe, not reproduced"
                        .formatted(Figures.count(explored.unsafe().pairs().size(), "pair"))
                : "";
    }

    /** Only what was not shown each time is worth a word here. */
    private String shownAgain() {
        return explored.discoveries().stream()
                .filter(found -> found.weight() == Discovery.Weight.VIOLATION)
                .map(Discovery::interleaving)
                .filter(shown -> shown.reproduced() < shown.attempts())
                .min(Comparator.comparingInt(Interleaving::reproduced))
                .map(shown -> ", reproduced %d of %d".formatted(shown.reproduced(), shown.attempts()))
                .orElse("");
    }

    /** {@code 6+6}: how many commands each contender had. */
    public String commands() {
        return coverage.commands().values().stream().map(String::valueOf).collect(Collectors.joining("+"));
    }

    /** {@code 272}, {@code ~2.7 M}: how many schedules there are at most; a dash if nobody knows. */
    public String outOf() {
        return atMost().map(Figures::manyBriefly).orElse("–");
    }

    /** It is reckoned from the commands that were seen: where some were not, there are more than that. */
    private Optional<BigInteger> atMost() {
        long tried = coverage.run() + coverage.diverged() + coverage.inconclusive();
        return coverage.outOf()
                .filter(all -> coverage.complete()
                        || (all.compareTo(BigInteger.valueOf(coverage.run())) > 0
                                && all.compareTo(BigInteger.valueOf(tried)) >= 0));
    }

    /** Commands that were released together; those that should have been are among the reasons why it is not held. */
    public Optional<String> together() {
        if (coverage.togetherPairs() == 0 || coverage.missedTogether()) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of commands that are not atomic towards each other released together in %s: sampled, not enumerated"
                        .formatted(
                                Figures.count(coverage.togetherPairs(), "pair"),
                                Figures.count(coverage.togetherRuns(), "run")));
    }

    /** Everything but the discoveries: coverage, what was sampled, what was lost, what passed, what else there is to know. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(covered());
        together().ifPresent(lines::add);
        coverage.guarantee().ifPresent(lines::add);
        lines.addAll(trouble());
        lines.addAll(explored.notes());
        lines.addAll(passed());
        return lines;
    }

    /** What keeps it from being held, and what was in the way; nothing if nothing did. */
    public List<String> trouble() {
        List<String> lines = new ArrayList<>(explored.reasons());
        explored.obstacles().forEach(obstacle -> lines.add((lines.isEmpty() ? "" : "  ") + obstacle));
        return lines;
    }

    /** {@code passed unscheduled, as the files say: find sessions 12 times}. */
    public List<String> passed() {
        List<String> lines = new ArrayList<>();
        for (Passed.Reason reason : Passed.Reason.values()) {
            String commands = explored.passed().stream()
                    .filter(passed -> passed.reason() == reason)
                    .map(passed -> passed.command() + " " + Figures.count(passed.times(), "time"))
                    .collect(Collectors.joining(", "));
            if (!commands.isEmpty()) {
                lines.add(why(reason) + ": " + commands);
            }
        }
        return lines;
    }

    /** How often a discovery was made: {@code in 120 of 272 schedules, first in the 2nd}. */
    public String seen(Discovery found) {
        String serial = found.serial() ? "; wrong even one after the other" : "";
        List<String> seen = new ArrayList<>();
        if (coverage.run() > 0) {
            seen.add(
                    "%s of %s".formatted(Figures.number(found.schedules()), Figures.count(coverage.run(), "schedule")));
        }
        if (coverage.togetherRuns() > 0) {
            seen.add("%s of %s sampled"
                    .formatted(Figures.number(found.sampled()), Figures.number(coverage.togetherRuns())));
        }
        return "in %s, first in the %s%s".formatted(String.join(", ", seen), Figures.ordinal(found.firstAt()), serial);
    }

    /** {@code reproduced 10 of 10}; nothing if it was not run again. */
    public static Optional<String> reproduced(Discovery found) {
        int attempts = found.interleaving().attempts();
        return attempts == 0
                ? Optional.empty()
                : Optional.of(
                        "reproduced %d of %d".formatted(found.interleaving().reproduced(), attempts));
    }

    /** Name and sentence: {@code Lost update: B wrote test.balances, which it had read before A's write.} */
    public static Optional<String> explanation(Discovery found) {
        Optional<String> name = found.anomaly()
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
        return found.explanation()
                .map(sentence -> name.map(text -> text + ": " + sentence).orElse(sentence))
                .or(() -> name.map(text -> text + "."));
    }

    private String tried() {
        if (explored.strategy().startsWith("replay")) {
            return Figures.count(coverage.run(), "schedule") + " replayed";
        }
        if (!coverage.complete()) {
            return "explored %s%s%s; not exhaustive"
                    .formatted(
                            Figures.number(coverage.run()),
                            atMost().map(all -> " of at most " + Figures.many(all))
                                    .orElse(""),
                            coverage.missedTogether() ? ", none with commands at once" : "");
        }
        String bound = coverage.preemptions()
                .map(most -> " with at most " + Figures.count(most, "preemption"))
                .orElse("");
        if (coverage.run() == 1) {
            return "the only interleaving%s was run".formatted(bound.isEmpty() ? " that matters" : bound);
        }
        return explored.strategy().startsWith("exhaustive")
                ? "all %s%s were run".formatted(Figures.count(coverage.run(), "interleaving"), bound)
                : "all %s that matter%s were run%s"
                        .formatted(
                                Figures.count(coverage.run(), "interleaving"),
                                bound,
                                coverage.outOf()
                                        .map(all -> ", of at most " + Figures.many(all))
                                        .orElse(""));
    }

    private static String why(Passed.Reason reason) {
        return switch (reason) {
            case IGNORED -> "passed unscheduled, as the files say";
            case UNOWNED -> "passed unscheduled, since no contender can own it";
        };
    }
}
