package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Judges without a rule. A result is <em>serializable</em> if it equals the result of some serial order of the contenders (of
 * their {@linkplain Requests requests}, where one sends several). A
 * clean refusal counts as an abort, which leaves nothing behind: so it also suffices if those that were accepted, and any of
 * those that were refused, could have been there alone, one after the other, and been told the same.
 *
 * <pre>{@code
 *   result ─▶ changed documents, answers ─▶ opaque values by where they stand ─▶ equal to that of a serial order?
 * }</pre>
 *
 * <p>For the explorer's thread, after the execution has been closed: judging runs the serial orders that it needs for the first
 * time, unless all were {@linkplain SerialRuns#runAhead run ahead}.
 */
public final class SerialOracle<R> implements Judge<R> {

    /** The rule that its findings break. */
    public static final String RULE = "serializable";

    private final SerialRuns<R> runs;
    private final Finding.Weight weight;
    private final DifferenceText text;
    private final Map<List<String>, Canonical> expected = new HashMap<>();

    /** @param weight what a result that no serial order gives counts as */
    public SerialOracle(SerialRuns<R> runs, Finding.Weight weight, Masking masking) {
        this.runs = runs;
        this.weight = weight;
        this.text = new DifferenceText(masking);
    }

    @Override
    public Judgement judge(List<Turn> turns, R ended) throws InterruptedException {
        Result result = runs.observer().observe(ended);
        Optional<String> failed = first(result, Told.Outcome.FAILED);
        if (failed.isPresent()) {
            return inconclusive(failed.get() + " failed, and nobody knows how far it came.");
        }
        try {
            return judged(result);
        } catch (CannotBegin obstacle) {
            return inconclusive(Objects.requireNonNull(obstacle.getMessage()));
        }
    }

    private Judgement judged(Result result) throws CannotBegin, InterruptedException {
        Map<Set<String>, Canonical> seen = new HashMap<>();
        Optional<Nearest> nearest = Optional.empty();
        for (List<String> order : runs.orders(accepted(result))) {
            Optional<SerialRun> run = runs.of(order);
            if (run.isPresent()) {
                Nearest here = new Nearest(order, difference(result, run.get(), seen));
                if (here.difference().isNone()) {
                    return Judgement.HELD;
                }
                nearest = Optional.of(
                        nearest.filter(best -> !here.nearerThan(best)).orElse(here));
            }
        }
        if (accepted(result).isEmpty() && changedNothing(result)) {
            return Judgement.HELD;
        }
        return nearest.map(best -> Judgement.of(List.of(finding(best))))
                .orElseGet(() -> inconclusive("The contenders cannot come one after the other, in no order."));
    }

    /** @param seen the result as it compares with orders of the same contenders */
    private Difference difference(Result result, SerialRun run, Map<Set<String>, Canonical> seen)
            throws CannotBegin, InterruptedException {
        Set<String> among = Set.copyOf(run.order());
        Varying varying = runs.varying();
        Canonical serial = expected.computeIfAbsent(run.order(), order -> Canonical.of(run.result(), among, varying));
        return Difference.between(seen.computeIfAbsent(among, some -> Canonical.of(result, some, varying)), serial);
    }

    private boolean changedNothing(Result result) throws CannotBegin, InterruptedException {
        return Canonical.of(result, Set.of(), runs.varying()).documents().isEmpty();
    }

    private Finding finding(Nearest nearest) {
        return new Finding(RULE, weight, text.of(nearest.order(), nearest.difference()));
    }

    private static List<String> accepted(Result result) {
        return result.told().entrySet().stream()
                .filter(told -> told.getValue().outcome() == Told.Outcome.ACCEPTED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<String> first(Result result, Told.Outcome outcome) {
        return result.told().entrySet().stream()
                .filter(told -> told.getValue().outcome() == outcome)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Judgement inconclusive(String why) {
        return new Judgement(List.of(), Optional.of(why));
    }

    private record Nearest(List<String> order, Difference difference) {

        boolean nearerThan(Nearest other) {
            return difference.size() < other.difference.size();
        }
    }
}
