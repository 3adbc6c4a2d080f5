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
import java.util.function.ToIntFunction;

/**
 * Judges without a rule. A result is <em>serializable</em> if it equals the result of some serial order of the contenders'
 * {@linkplain Requests requests}, which holds
 *
 * <ul>
 *   <li>every request that was accepted, and so those too that a contender sent before it was refused,
 *   <li>of the contenders that were refused any, with all that they send: it then has to refuse them likewise.
 * </ul>
 *
 * The refused requests of the others are left out: a clean refusal counts as an abort, which leaves nothing behind. Equal are what
 * the contenders were told to the requests in the order, and the documents. If nothing was accepted, no document may have changed.
 *
 * <pre>
 *   A: accepted, refused   B: accepted     A A B   A B A   B A A   A B   B A     but not B alone
 * </pre>
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

    /** Schedules of which hardly two are alike are not kept for ever. */
    private static final int MOST_KEPT = 1_000;

    private final SerialRuns<R> runs;
    private final Finding.Weight weight;
    private final DifferenceText text;
    /** As they compare with what is known. */
    private final Map<List<String>, Canonical> expected = new HashMap<>();

    /** Most schedules come to one of a few results. */
    private final Map<Likeness, Judgement> judgedBefore = new HashMap<>();

    private Given known = Given.NOTHING;

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
        if (result.given() != known) {
            expected.clear();
            judgedBefore.clear();
            known = result.given();
        }
        try {
            return judgedOnce(result);
        } catch (CannotBegin obstacle) {
            return inconclusive(Objects.requireNonNull(obstacle.getMessage()));
        }
    }

    private Judgement judgedOnce(Result result) throws CannotBegin, InterruptedException {
        Likeness likeness = Likeness.of(result, runs.varying());
        Judgement before = judgedBefore.get(likeness);
        if (before != null) {
            return before;
        }
        Judgement judgement = judged(result);
        if (judgedBefore.size() < MOST_KEPT) {
            judgedBefore.put(likeness, judgement);
        }
        return judgement;
    }

    private Judgement judged(Result result) throws CannotBegin, InterruptedException {
        ToIntFunction<String> accepted = contender -> runs.requests()
                .accepted(contender, Objects.requireNonNull(result.told().get(contender)));
        Map<List<String>, Canonical> seen = new HashMap<>();
        Optional<Nearest> nearest = Optional.empty();
        for (List<String> order : runs.orders(accepted)) {
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
        if (runs.contenders().stream().mapToInt(accepted).sum() == 0 && changedNothing(result)) {
            return Judgement.HELD;
        }
        return nearest.map(best -> Judgement.of(List.of(finding(best))))
                .orElseGet(() -> inconclusive("The contenders cannot come one after the other, in no order."));
    }

    /** @param seen the result as it compares with orders of the same requests */
    private Difference difference(Result result, SerialRun run, Map<List<String>, Canonical> seen)
            throws CannotBegin, InterruptedException {
        List<String> order = run.order();
        Set<String> among = Set.copyOf(order);
        Varying varying = runs.varying();
        Canonical serial = expected.computeIfAbsent(
                order, same -> Canonical.of(run.result().knowing(known), among, varying));
        Canonical here = seen.computeIfAbsent(
                order.stream().sorted().toList(),
                same -> Canonical.of(result.endingAfter(runs.requests().endsAfter(order)), among, varying));
        return Difference.between(here, serial);
    }

    private boolean changedNothing(Result result) throws CannotBegin, InterruptedException {
        return Canonical.of(result, Set.of(), runs.varying()).documents().isEmpty();
    }

    private Finding finding(Nearest nearest) {
        return new Finding(RULE, weight, text.of(nearest.order(), runs.requests(), nearest.difference()));
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
