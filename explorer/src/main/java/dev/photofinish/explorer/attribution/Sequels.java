package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What contenders still send after their answers, and how late: a queue, a mail, a commit. Learnt once for each way to an answer,
 * by waiting long enough, and waited for from then on.
 *
 * <pre>
 *   answer ─▶ a way that is new ─────────▶ wait for as long as it takes to settle, and remember what came
 *      └────▶ a way that is known ───────▶ wait for what came the last times; if nothing did, for nothing
 * </pre>
 *
 * Guarded by the {@link Attribution} that uses it; the contest's executions share it one after the other.
 */
final class Sequels {

    /** A machine may be that much slower than it was. */
    private static final int SLOWER = 3;

    private static final Duration STALL = Duration.ofMillis(500);

    private final Duration settle;
    private final Map<Way, Lore> known = new HashMap<>();

    /** @param settle how long to wait for what may come after an answer of which nothing is known */
    Sequels(Duration settle) {
        this.settle = settle;
    }

    /**
     * How a contender has come to an answer, whoever it is.
     *
     * @param shapes of the commands that it has sent until then
     */
    record Way(Set<String> shapes, Told told) {

        Way {
            shapes = Set.copyOf(shapes);
        }
    }

    /**
     * What came after an answer.
     *
     * @param shapes in their order
     * @param slowest the longest time from when it could go on to when it did
     */
    record Sequel(List<String> shapes, Duration slowest) {

        Sequel {
            shapes = List.copyOf(shapes);
        }
    }

    Duration settle() {
        return settle;
    }

    /** How long to wait for what a contender that has its answer may do next. */
    Duration patience(Visit visit) {
        List<Sequel> others = lore(visit).without(visit);
        if (others.isEmpty()) {
            return settle;
        }
        return others.stream().allMatch(other -> isAllOf(other, visit.sequel()))
                ? Duration.ZERO
                : bound(slowest(others));
    }

    /** How long to wait until nothing more comes of any contender, whatever its way was; nothing if none goes on after its answer. */
    Duration patienceForAnybody() {
        List<Sequel> late = known.values().stream()
                .flatMap(lore -> lore.all().stream())
                .filter(sequel -> !sequel.shapes().isEmpty())
                .toList();
        return late.isEmpty() ? Duration.ZERO : bound(slowest(late));
    }

    /** Whether nobody has been told this, in whatever way. */
    boolean isUnheardOf(Told told) {
        return known.entrySet().stream()
                .noneMatch(way -> way.getKey().told().equals(told)
                        && !way.getValue().all().isEmpty());
    }

    /** Whether nobody has been known to come to an answer like this. */
    boolean isNew(Way way) {
        return !known.containsKey(way) || known.get(way).all().isEmpty();
    }

    /** Whether a command after the answer is no surprise: something like it came before, or nothing is known yet. */
    boolean expects(Visit visit, String shape) {
        List<Sequel> others = lore(visit).without(visit);
        return others.isEmpty()
                || others.stream().anyMatch(sequel -> sequel.shapes().contains(shape));
    }

    /** Nothing more is expected of a contender; may be said again if something came all the same. */
    void learn(Visit visit) {
        lore(visit).learn(visit);
    }

    /** What was learnt so far may have been another's doing. */
    void forget() {
        known.clear();
    }

    private Lore lore(Visit visit) {
        return known.computeIfAbsent(visit.way().orElseThrow(), unseen -> new Lore());
    }

    /** What came after answers, a sentence for each kind, however many ways led to it. */
    Set<String> sentences() {
        Map<String, Habit> habits = new TreeMap<>();
        known.values().stream()
                .map(Lore::all)
                .forEach(sequels -> sequels.stream()
                        .flatMap(sequel -> sequel.shapes().stream())
                        .distinct()
                        .forEach(shape -> habits.merge(Shapes.brief(shape), Habit.of(shape, sequels), Habit::and)));
        return habits.entrySet().stream()
                .map(habit -> habit.getValue().sentence(habit.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A kind of command that came after answers.
     *
     * @param always whether after each to which there was a way that led to one
     */
    private record Habit(boolean always, Duration slowest) {

        static Habit of(String shape, List<Sequel> sequels) {
            return new Habit(
                    sequels.stream().allMatch(sequel -> sequel.shapes().contains(shape)), Sequels.slowest(sequels));
        }

        Habit and(Habit other) {
            return new Habit(always && other.always, Collections.max(List.of(slowest, other.slowest)));
        }

        String sentence(String kind) {
            return "%s comes after the answer, %s, up to %d ms later; it is its contender's like all that comes before."
                    .formatted(kind, always ? "every time" : "in some runs only", slowest.toMillis());
        }
    }

    /** What came after answers to which contenders had come in the same way. */
    private static final class Lore {

        private final Map<List<String>, Heard> sequels = new LinkedHashMap<>();

        /** By how many, and the slowest of them. */
        private record Heard(int times, Duration slowest) {}

        void learn(Visit visit) {
            visit.learnt()
                    .ifPresent(before -> sequels.computeIfPresent(
                            before,
                            (same, told) -> told.times() == 1 ? null : new Heard(told.times() - 1, told.slowest())));
            Sequel sequel = visit.sequel();
            sequels.merge(
                    sequel.shapes(),
                    new Heard(1, sequel.slowest()),
                    (many, once) ->
                            new Heard(many.times() + 1, Collections.max(List.of(many.slowest(), once.slowest()))));
            visit.isLearnt();
        }

        List<Sequel> all() {
            return sequels.entrySet().stream()
                    .map(entry -> new Sequel(entry.getKey(), entry.getValue().slowest()))
                    .toList();
        }

        /** What others have taught. */
        List<Sequel> without(Visit visit) {
            Optional<List<String>> own = visit.learnt();
            return sequels.entrySet().stream()
                    .filter(entry -> entry.getValue().times() > 1
                            || own.filter(entry.getKey()::equals).isEmpty())
                    .map(entry -> new Sequel(entry.getKey(), entry.getValue().slowest()))
                    .toList();
        }
    }

    private static boolean isAllOf(Sequel expected, Sequel came) {
        List<String> missing = new ArrayList<>(expected.shapes());
        came.shapes().forEach(missing::remove);
        return missing.isEmpty();
    }

    private static Duration slowest(List<Sequel> sequels) {
        return sequels.stream().map(Sequel::slowest).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Duration bound(Duration slowest) {
        return slowest.multipliedBy(SLOWER).plus(STALL);
    }
}
