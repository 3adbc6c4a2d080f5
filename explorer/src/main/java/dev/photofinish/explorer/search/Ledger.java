package dev.photofinish.explorer.search;

import dev.photofinish.explorer.schedule.Interleavings;
import dev.photofinish.explorer.step.Step;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts schedules and keeps those that break a rule. */
final class Ledger<R> {

    /** More causes than this say nothing new. */
    private static final int OBSTACLES = 10;

    private final Map<String, Integer> steps = new LinkedHashMap<>();
    private final Map<String, Suspect<R>> suspects = new LinkedHashMap<>();
    private final Set<String> obstacles = new LinkedHashSet<>();
    private long run;
    private long pruned;
    private long diverged;
    private long lost;
    private long unjudged;
    private long violating;
    private int together;
    private int togetherViolating;
    private int lostInARow;

    Ledger(List<String> contenders) {
        contenders.forEach(contender -> steps.put(contender, 0));
    }

    @SuppressWarnings("unchecked") // ledger and flight are made for the same contest, in one place
    void add(Landing landing) {
        landing.moves().stream().flatMap(move -> move.steps().stream()).forEach(this::count);
        lostInARow = landing instanceof Landing.Lost ? lostInARow + 1 : 0;
        switch (landing) {
            case Landing.Judged<?> judged -> judged((Landing.Judged<R>) judged);
            case Landing.Pruned cut -> pruned++;
            case Landing.Diverged elsewhere -> {
                diverged++;
                obstacle(elsewhere.how());
            }
            case Landing.Lost nowhere -> {
                lost++;
                obstacle(nowhere.why());
            }
        }
    }

    private void judged(Landing.Judged<R> judged) {
        boolean sampled = judged.sampled();
        if (sampled) {
            together++;
        } else {
            run++;
        }
        Judgement judgement = judged.judgement();
        judgement.inconclusive().ifPresent(cause -> {
            unjudged++;
            obstacle(cause);
        });
        if (judgement.findings().stream().anyMatch(finding -> finding.weight() == Finding.Weight.VIOLATION)) {
            violating += sampled ? 0 : 1;
            togetherViolating += sampled ? 1 : 0;
        }
        Set<String> rules = new HashSet<>();
        judgement.findings().stream()
                .filter(finding -> rules.add(finding.rule()))
                .forEach(
                        finding -> suspects.computeIfAbsent(finding.rule(), rule -> new Suspect<>(finding, schedules()))
                                .add(judged));
    }

    private void count(Step step) {
        steps.merge(step.contender(), step.index(), Math::max);
    }

    private void obstacle(String cause) {
        if (obstacles.size() < OBSTACLES) {
            obstacles.add(cause);
        }
    }

    /** All that were tried, whatever came of them. */
    long schedules() {
        return run + together + pruned + diverged + lost;
    }

    /** How many executions in a row could not be brought to their end. */
    int lostInARow() {
        return lostInARow;
    }

    /** Violations before notices, each in the order in which they were found. */
    List<Suspect<R>> suspects() {
        return suspects.values().stream()
                .sorted(Comparator.comparing(suspect -> suspect.finding().weight()))
                .toList();
    }

    Set<String> obstacles() {
        return new LinkedHashSet<>(obstacles);
    }

    Coverage coverage(Reach reach) {
        boolean complete = reach.all() && diverged == 0 && lost == 0 && unjudged == 0;
        return new Coverage(
                new LinkedHashMap<>(steps),
                run,
                pruned,
                diverged,
                lost + unjudged,
                violating,
                complete && reach.everyOne() ? Optional.of(BigInteger.valueOf(run)) : interleavings(),
                complete,
                reach.preemptions(),
                reach.togetherPairs(),
                together,
                togetherViolating,
                reach.guarantee());
    }

    private Optional<BigInteger> interleavings() {
        return steps.values().stream().allMatch(count -> count > 0)
                ? Optional.of(Interleavings.of(steps).count())
                : Optional.empty();
    }
}
