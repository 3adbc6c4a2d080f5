package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.HappensBefore;
import dev.photofinish.explorer.step.HappensBefore.Relation;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Beside a search that releases one step at a time, releases two at once where they are in a race and are not atomic towards
 * each other. What happens then is up to the database, so each pair is tried a number of times: sampled, not enumerated.
 */
final class TogetherSampling implements Search {

    private final Search search;
    private final int times;
    private final Deque<Pilot> samples = new ArrayDeque<>();
    private final Set<Pair> seen = new HashSet<>();
    private final List<List<Step>> pairs = new ArrayList<>();
    private boolean samplesTurn;

    TogetherSampling(Search search, int times) {
        this.search = search;
        this.times = times;
    }

    /** Those that there were. */
    List<List<Step>> pairs() {
        return List.copyOf(pairs);
    }

    /** Once the serial orders have been run, a sample and a schedule of the search take turns: neither waits for the other's end. */
    @Override
    public Optional<Pilot> next() {
        samplesTurn = !samplesTurn && !samples.isEmpty() && !search.serialOrdersAreLeft();
        if (samplesTurn) {
            return Optional.of(samples.poll());
        }
        return search.next().or(() -> Optional.ofNullable(samples.poll()));
    }

    @Override
    public void flown(Pilot pilot, List<Move> moves) {
        if (pilot instanceof Together) {
            return;
        }
        search.flown(pilot, moves);
        if (moves.isEmpty()) {
            return;
        }
        HappensBefore order = HappensBefore.of(Move.turnedOut(moves), Relation.BY_RESOURCES);
        for (int later = 1; later < moves.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (notAtomic(order, earlier, later) && order.race(earlier, later)) {
                    plan(order, earlier, later);
                }
            }
        }
    }

    private static boolean notAtomic(HappensBefore order, int earlier, int later) {
        Step one = order.steps().get(earlier);
        Step other = order.steps().get(later);
        return one.command().accesses().stream()
                .anyMatch(mine -> other.command().accesses().stream()
                        .filter(mine::conflictsWith)
                        .filter(its -> mine.grain() != Grain.ATOMIC || its.grain() != Grain.ATOMIC)
                        .anyMatch(its -> !mine.addsBeside(its) || isLookedAt(order, mine.namespace())));
    }

    /** Whether anybody does more there than to add documents: then it may be seen in which order they came. */
    private static boolean isLookedAt(HappensBefore order, String namespace) {
        return order.steps().stream()
                .flatMap(step -> step.command().accesses().stream())
                .filter(access -> access.namespace().equals(namespace)
                        || access.namespace().equals(Access.EVERYTHING))
                .anyMatch(access -> access.added().equals(Keys.UNKNOWN));
    }

    private void plan(HappensBefore order, int earlier, int later) {
        Step one = order.steps().get(earlier);
        Step other = order.steps().get(later);
        if (!seen.add(Pair.of(one, other))) {
            return;
        }
        pairs.add(List.of(one, other));
        List<List<Step>> moves = new ArrayList<>();
        for (int position = 0; position < later; position++) {
            if (position != earlier && !order.between(earlier, position)) {
                moves.add(List.of(order.steps().get(position)));
            }
        }
        moves.add(List.of(one, other));
        for (int time = 0; time < times; time++) {
            samples.add(new Together(new Plan(moves)));
        }
    }

    @Override
    public void beginAnew() {
        samples.clear();
        seen.clear();
        pairs.clear();
        search.beginAnew();
    }

    @Override
    public void trustNothing() {
        search.trustNothing();
    }

    @Override
    public boolean serialOrdersAreLeft() {
        return search.serialOrdersAreLeft();
    }

    @Override
    public boolean coversAll() {
        return search.coversAll();
    }

    @Override
    public Optional<String> guarantee() {
        return search.guarantee();
    }

    /** The same two steps, whichever comes first. */
    private record Pair(Set<String> steps) {

        static Pair of(Step one, Step other) {
            return new Pair(Set.of(one.name(), other.name()));
        }
    }

    /** Goes to the pair, lets both go, and then straight on. */
    record Together(Plan plan) implements Pilot {

        @Override
        public Decision decide(List<Move> soFar, Situation now) {
            return plan.decide(soFar.size(), now).orElseGet(() -> new StraightOn().decide(soFar, now));
        }
    }
}
