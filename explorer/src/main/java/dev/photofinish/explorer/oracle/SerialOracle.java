package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.Nearness.Nearest;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.witness.Accused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The serial orders are not run for ever, however often they come to no end. */
    private static final int MOST_ROUNDS = 10;

    private final SerialRuns<R> runs;
    private final Finding.Weight weight;
    private final DifferenceText text;
    private final Expectation expectation;
    private final Nearness nearness;

    /** What is serializable stays so; most schedules come to one of a few results. */
    private final Set<Likeness> serializable = new HashSet<>();

    /** @param weight what a result that no serial order gives counts as */
    public SerialOracle(SerialRuns<R> runs, Finding.Weight weight, Masking masking) {
        this(runs, weight, masking, Uncompared.NOTHING);
    }

    /** @param uncompared what is no part of a result */
    public SerialOracle(SerialRuns<R> runs, Finding.Weight weight, Masking masking, Uncompared uncompared) {
        this.runs = runs;
        this.weight = weight;
        this.text = new DifferenceText(masking);
        this.expectation = new Expectation(runs, uncompared);
        this.nearness = new Nearness(runs, expectation);
    }

    @Override
    public Judgement judge(List<Turn> turns, R ended) throws InterruptedException {
        Result result = runs.observer().observe(ended);
        Optional<String> failed = first(result, Told.Outcome.FAILED);
        if (failed.isPresent()) {
            return inconclusive(failed.get() + " failed, and nobody knows how far it came.");
        }
        try {
            return judged(turns, result);
        } catch (CannotBegin obstacle) {
            return inconclusive(Objects.requireNonNull(obstacle.getMessage()));
        }
    }

    private Judgement judged(List<Turn> turns, Result result) throws CannotBegin, InterruptedException {
        if (expectation.isNewTo(result.given())) {
            serializable.clear();
        }
        if (serializable.contains(nearness.likeness(result))) {
            return Judgement.HELD;
        }
        long now = runs.now();
        List<List<String>> orders = runs.orders(contender -> accepted(contender, result));
        Optional<Nearest> nearest = nearness.to(result, orders);
        if (differs(nearest) && expectation.learnsSetsFrom(turns)) {
            nearest = nearness.to(result, orders);
        }
        for (int round = 0; differs(nearest) && round < MOST_ROUNDS && runs.again(orders, now); round++) {
            nearest = nearness.to(result, orders);
        }
        if (differs(nearest) && expectation.learnsFrom(turns, result)) {
            nearest = nearness.to(result, orders);
        }
        if ((nearest.isPresent() && !differs(nearest)) || nothingHappened(result)) {
            if (serializable.size() < MOST_KEPT) {
                serializable.add(nearness.likeness(result));
            }
            return Judgement.HELD;
        }
        List<List<String>> missing = new ArrayList<>();
        for (List<String> order : orders) {
            if (runs.of(order).isEmpty()) {
                missing.add(order);
            }
        }
        return missing.isEmpty() ? Judgement.of(List.of(finding(nearest.orElseThrow()))) : cannotSay(missing);
    }

    private static boolean differs(Optional<Nearest> nearest) {
        return nearest.filter(best -> !best.difference().isNone()).isPresent();
    }

    private int accepted(String contender, Result result) {
        return runs.requests()
                .accepted(contender, Objects.requireNonNull(result.told().get(contender)));
    }

    private boolean nothingHappened(Result result) throws InterruptedException {
        return runs.contenders().stream()
                                .mapToInt(contender -> accepted(contender, result))
                                .sum()
                        == 0
                && Canonical.of(result, Set.of(), expectation.treatments())
                        .documents()
                        .isEmpty();
    }

    private Finding finding(Nearest nearest) {
        Set<String> differing = nearest.difference().places().stream()
                .flatMap(place -> place.spot() instanceof Difference.Spot.Stored stored
                        ? Stream.of(stored.namespace())
                        : Stream.empty())
                .collect(Collectors.toSet());
        return new Finding(
                RULE,
                weight,
                text.of(nearest.order(), runs.requests(), nearest.difference()),
                Finding.Certainty.IF_IT_COMES_BACK,
                new Accused(differing, List.of(), Set.of(), Set.of()));
    }

    private static Judgement cannotSay(List<List<String>> missing) {
        return inconclusive(
                "No serial order that could be run gives this result, but %s could not be run: the contenders cannot come one after the other in this order, and what it gives is not known."
                        .formatted(missing.stream()
                                .map(order -> String.join(", then ", Orders.inARow(order)))
                                .collect(Collectors.joining("; and "))));
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
}
