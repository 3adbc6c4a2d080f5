package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.CannotBegin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which serial order a result is nearest to. Comparing thousands of documents takes its time, and most schedules come to one of a few
 * results: each is compared once, as long as nothing new is known that it could be compared with. For the explorer's thread.
 */
final class Nearness {

    /** Schedules of which hardly two are alike are not kept for ever. */
    private static final int MOST_KEPT = 100;

    private final SerialRuns<?> runs;
    private final Expectation expectation;
    /** Those that no serial order gives: as a rule they are run again ten times. */
    private final Map<Likeness, Compared> differing = new HashMap<>();

    private Optional<Looked> last = Optional.empty();
    private Optional<Treatments> comparedBy = Optional.empty();

    Nearness(SerialRuns<?> runs, Expectation expectation) {
        this.runs = runs;
        this.expectation = expectation;
    }

    /** @param difference between the result and that of the order */
    record Nearest(List<String> order, Difference difference) {

        private boolean nearerThan(Nearest other) {
            return difference.size() < other.difference.size();
        }
    }

    /** What the result looks like, by what is known so far of what varies. */
    Likeness likeness(Result result) throws InterruptedException {
        Treatments treatments = expectation.treatments();
        Optional<Looked> known = last.filter(looked -> looked.isAt(result, treatments));
        Looked looked = known.orElseGet(() -> new Looked(result, treatments, Likeness.of(result, treatments)));
        last = Optional.of(looked);
        return looked.likeness();
    }

    /** The order whose result is the most like it; the first whose result it is. */
    Optional<Nearest> to(Result result, List<List<String>> orders) throws CannotBegin, InterruptedException {
        forgetWhatWasComparedOtherwise();
        Compared known = differing.get(likeness(result));
        if (known != null && known.with().equals(results(orders))) {
            return Optional.of(known.nearest());
        }
        return compared(result, orders);
    }

    private void forgetWhatWasComparedOtherwise() throws InterruptedException {
        Treatments now = expectation.treatments();
        if (comparedBy.filter(before -> before == now).isEmpty()) {
            differing.clear();
            comparedBy = Optional.of(now);
        }
    }

    private List<Canonical> results(List<List<String>> orders) throws InterruptedException {
        List<Canonical> results = new ArrayList<>();
        for (List<String> order : orders) {
            results.addAll(expectation.of(order));
        }
        return results;
    }

    private Optional<Nearest> compared(Result result, List<List<String>> orders)
            throws CannotBegin, InterruptedException {
        Map<List<String>, Canonical> seen = new HashMap<>();
        List<Canonical> with = new ArrayList<>();
        Optional<Nearest> nearest = Optional.empty();
        for (List<String> order : orders) {
            runs.of(order);
            for (Canonical serial : expectation.of(order)) {
                List<String> same = order.stream().sorted().toList();
                Canonical known = seen.get(same);
                Canonical here = known == null ? canonical(result, order) : known;
                seen.put(same, here);
                with.add(serial);
                Nearest there = new Nearest(order, Difference.between(here, serial));
                if (there.difference().isNone()) {
                    return Optional.of(there);
                }
                nearest = Optional.of(
                        nearest.filter(best -> !there.nearerThan(best)).orElse(there));
            }
        }
        Likeness likeness = likeness(result);
        nearest.filter(best -> differing.size() < MOST_KEPT || differing.containsKey(likeness))
                .ifPresent(best -> differing.put(likeness, new Compared(with, best)));
        return nearest;
    }

    /** As it compares with orders of these requests. */
    private Canonical canonical(Result result, List<String> order) throws InterruptedException {
        Result among = result.endingAfter(runs.requests().endsAfter(order));
        return Canonical.of(among, Set.copyOf(order), expectation.treatments());
    }

    /** @param with what the orders give */
    private record Compared(List<Canonical> with, Nearest nearest) {}

    private record Looked(Result result, Treatments treatments, Likeness likeness) {

        @SuppressWarnings("ReferenceEquality") // to compare thousands of documents is what is to be spared
        boolean isAt(Result other, Treatments now) {
            return result == other && treatments == now;
        }
    }
}
