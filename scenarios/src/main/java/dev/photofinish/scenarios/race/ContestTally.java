package dev.photofinish.scenarios.race;

import dev.photofinish.reports.BrokenRule;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the rounds of one race. For the race's own thread only. */
final class ContestTally {

    /** Of each rule, and of each kind of trouble, the first round is kept as a witness, but not more than so many. */
    private static final int WITNESSES = 5;

    private final Map<String, BrokenRule> broken = new LinkedHashMap<>();
    private final Map<String, Integer> causes = new LinkedHashMap<>();
    private final Map<Duration, Tally> byOffset = new TreeMap<>();
    private final Set<String> witnessed = new LinkedHashSet<>();
    private final List<JudgedRound> witnesses = new ArrayList<>();
    private Tally tally = Tally.NONE;

    void add(JudgedRound judged) {
        Verdict verdict = judged.verdict();
        tally = tally.plus(verdict);
        byOffset.merge(judged.round().offset(), Tally.NONE.plus(verdict), (before, now) -> before.plus(verdict));
        judged.evidence().stream()
                .collect(Collectors.toMap(
                        Evidence::rule, Evidence::explanation, (first, second) -> first, LinkedHashMap::new))
                .forEach((rule, explanation) -> broken.merge(
                        rule,
                        new BrokenRule(rule, explanation, 1),
                        (before, now) -> new BrokenRule(rule, before.title(), before.rounds() + 1)));
        if (verdict == Verdict.INCONCLUSIVE) {
            judged.causes().stream().limit(1).forEach(cause -> causes.merge(cause, 1, Integer::sum));
        }
        keepIfNew(judged);
    }

    Tally tally() {
        return tally;
    }

    List<BrokenRule> brokenRules() {
        return broken.values().stream()
                .sorted(Comparator.comparingInt(BrokenRule::rounds).reversed())
                .toList();
    }

    List<ContestReport.Cause> causes() {
        return causes.entrySet().stream()
                .map(cause -> new ContestReport.Cause(cause.getKey(), cause.getValue()))
                .sorted(Comparator.comparingInt(ContestReport.Cause::rounds).reversed())
                .toList();
    }

    List<SweepPoint> sweep() {
        return byOffset.entrySet().stream()
                .map(point -> new SweepPoint(point.getKey().toNanos() / 1000, point.getValue()))
                .toList();
    }

    List<JudgedRound> witnesses() {
        return List.copyOf(witnesses);
    }

    private void keepIfNew(JudgedRound judged) {
        List<String> kinds = judged.verdict() == Verdict.INCONCLUSIVE
                ? List.of("inconclusive")
                : judged.evidence().stream().map(Evidence::rule).toList();
        if (witnesses.size() < WITNESSES && witnessed.addAll(kinds)) {
            witnesses.add(judged);
        }
    }
}
