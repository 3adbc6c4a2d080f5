package dev.photofinish.explorer.search;

import dev.photofinish.explorer.schedule.Interleavings;
import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.step.Step;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts schedules and keeps those that break a rule. */
final class Ledger<R> {

    /** More causes than this say nothing new. */
    private static final int OBSTACLES = 10;

    private final Map<String, Integer> steps = new LinkedHashMap<>();
    /** Those of whom a step is only that they begin. */
    private final Set<String> begun = new HashSet<>();

    private final Map<String, Suspect<R>> suspects = new LinkedHashMap<>();
    /** The serial orders that were run one contender after the other, and the rules that they broke. */
    private final Map<List<String>, Set<String>> serial = new HashMap<>();
    /** Which schedule each of them was. */
    private final Map<List<String>, Long> numbers = new HashMap<>();

    private final UnsafePairs unsafe = new UnsafePairs();
    private final Set<String> obstacles = new LinkedHashSet<>();
    private long run;
    private long pruned;
    private long diverged;
    private long lost;
    private long unjudged;
    private int together;
    /** How many schedules broke exactly these rules. */
    private final Map<Set<String>, Integer> violating = new HashMap<>();

    private final Map<Set<String>, Integer> togetherViolating = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private int lostInARow;
    private final Set<String> lostSchedules = new LinkedHashSet<>();

    Ledger(List<String> contenders) {
        contenders.forEach(contender -> steps.put(contender, 0));
    }

    @SuppressWarnings("unchecked") // ledger and flight are made for the same contest, in one place
    void add(Landing landing) {
        unsafe.add(landing);
        landing.moves().stream().flatMap(move -> move.steps().stream()).forEach(this::count);
        lostInARow = landing instanceof Landing.Lost ? lostInARow + 1 : 0;
        switch (landing) {
            case Landing.Judged<?> judged -> judged((Landing.Judged<R>) judged);
            case Landing.Pruned cut -> pruned++;
            case Landing.Diverged elsewhere -> {
                diverged++;
                name(elsewhere);
                obstacle(elsewhere.how());
            }
            case Landing.Lost nowhere -> {
                lost++;
                name(nowhere);
                obstacle(nowhere.why());
            }
        }
    }

    private void judged(Landing.Judged<R> judged) {
        List<String> order = serialOrder(judged);
        Judgement judgement = judged.judgement();
        judgement.inconclusive().ifPresent(cause -> {
            unjudged++;
            name(judged);
            obstacle(cause);
        });
        // a serial schedule that is run both ways is one schedule, with whatever was found in either
        Set<String> foundBefore = serial.getOrDefault(order, Set.of());
        count(judged, serial.containsKey(order), foundBefore);
        long number = order.isEmpty() ? run + together : numbers.computeIfAbsent(order, first -> run + together);
        Set<String> rules = new HashSet<>(foundBefore);
        judgement.findings().stream()
                .filter(finding -> rules.add(finding.rule()))
                .forEach(finding -> suspects.computeIfAbsent(finding.rule(), rule -> new Suspect<>(finding, number))
                        .add(judged));
        if (!order.isEmpty()) {
            serial.put(order, rules);
        }
    }

    /**
     * Who came after whom, if one contender came after the other; nobody otherwise. Who was refused before its first command has
     * none in the schedule, and is in the order all the same.
     */
    private List<String> serialOrder(Landing.Judged<R> judged) {
        Schedule flown = Suspect.asFlown(judged.moves());
        return switch (judged.begun()) {
            case Begun.InTurn serially -> serially.order();
            case Begun.AtOnce together ->
                flown.preemptions() == 0 && judged.result().isPresent()
                        ? ReplaySearch.order(flown, List.copyOf(steps.keySet()))
                        : List.of();
        };
    }

    private void count(Landing.Judged<R> judged, boolean again, Set<String> foundBefore) {
        Set<String> broken = judged.judgement().findings().stream()
                .filter(Finding::isViolation)
                .map(Finding::rule)
                .collect(Collectors.toSet());
        if (judged.sampled()) {
            together++;
            togetherViolating.merge(broken, 1, Integer::sum);
        } else if (!again) {
            run++;
            violating.merge(broken, 1, Integer::sum);
        } else {
            Set<String> before = foundBefore.stream().filter(this::isViolated).collect(Collectors.toSet());
            violating.merge(before, -1, Integer::sum);
            broken.addAll(before);
            violating.merge(broken, 1, Integer::sum);
        }
    }

    /** Whether it was broken in some schedule. */
    boolean breaks(String rule) {
        return suspects.containsKey(rule);
    }

    private boolean isViolated(String rule) {
        Suspect<R> suspect = suspects.get(rule);
        return suspect != null && suspect.finding().isViolation();
    }

    /** Pairs that are known to be unsafe, though no schedule has shown it, a sentence each. */
    Set<String> unsafe(List<List<Step>> pairs, int times) {
        return unsafe.notCaught(pairs, times);
    }

    /** What broke no other rule broke none. */
    void withdraw(String rule) {
        withdrawn.add(rule);
        suspects.remove(rule);
    }

    private int count(Map<Set<String>, Integer> broken) {
        return broken.entrySet().stream()
                .filter(rules -> !withdrawn.containsAll(rules.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void count(Step step) {
        steps.merge(step.contender(), step.index(), Math::max);
        if (!step.command().isSent()) {
            begun.add(step.contender());
        }
    }

    private void obstacle(String cause) {
        if (obstacles.size() < OBSTACLES) {
            obstacles.add(cause);
        }
    }

    private void name(Landing nothing) {
        if (lostSchedules.size() < OBSTACLES && !nothing.moves().isEmpty()) {
            lostSchedules.add(Suspect.asFlown(nothing.moves()).toString());
        }
    }

    /** Which schedules came to nothing, as far as they went, in a sentence. */
    Optional<String> lost() {
        return lostSchedules.isEmpty()
                ? Optional.empty()
                : Optional.of("Tried again and again, and came to nothing: " + String.join("; ", lostSchedules) + ".");
    }

    /** How many were judged in which several went at once. */
    int sampled() {
        return together;
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
                commands(),
                run,
                pruned,
                diverged,
                lost + unjudged,
                count(violating),
                complete && reach.everyOne() ? Optional.of(BigInteger.valueOf(run)) : interleavings(),
                complete,
                reach.preemptions(),
                reach.togetherPairs(),
                together,
                count(togetherViolating),
                reach.guarantee());
    }

    private Map<String, Integer> commands() {
        Map<String, Integer> sent = new LinkedHashMap<>(steps);
        begun.forEach(contender -> sent.merge(contender, -1, Integer::sum));
        return sent;
    }

    private Optional<BigInteger> interleavings() {
        return steps.values().stream().allMatch(count -> count > 0)
                ? Optional.of(Interleavings.of(steps).count())
                : Optional.empty();
    }
}
