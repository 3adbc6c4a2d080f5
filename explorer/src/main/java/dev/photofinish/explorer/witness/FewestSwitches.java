package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.step.HappensBefore;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Among all executions that are equivalent to one, that with the fewest context switches. Exact: goes through the sets of steps
 * that can have been executed at some point (each is a count for each contender, so there are few), and for each and each
 * contender that moved last remembers the cheapest way to the end.
 */
public final class FewestSwitches {

    /** More points than this are not worth the time: the execution stays as it is. */
    private static final long TOO_MANY = 1_000_000;

    private final HappensBefore order;
    private final Map<String, List<Integer>> positions = new LinkedHashMap<>();
    private final List<String> contenders;
    private final Map<Point, Way> known = new HashMap<>();

    private FewestSwitches(HappensBefore order) {
        this.order = order;
        for (int position = 0; position < order.steps().size(); position++) {
            positions
                    .computeIfAbsent(order.steps().get(position).contender(), unknown -> new ArrayList<>())
                    .add(position);
        }
        this.contenders = positions.keySet().stream().sorted().toList();
    }

    /** The turns of the cheapest order; of two that are as cheap, the first in alphabetical order. */
    public static List<String> of(HappensBefore order) {
        FewestSwitches search = new FewestSwitches(order);
        if (search.points() > TOO_MANY) {
            return order.steps().stream().map(Step::contender).toList();
        }
        Way way = search.cheapestFrom(new Point(Collections.nCopies(search.contenders.size(), 0), ""));
        List<String> turns = new ArrayList<>();
        for (Optional<Way> rest = Optional.of(way);
                rest.isPresent();
                rest = rest.get().rest()) {
            rest.get().turn().ifPresent(turns::add);
        }
        return turns;
    }

    private long points() {
        return positions.values().stream().mapToLong(steps -> steps.size() + 1L).reduce(1, Math::multiplyExact);
    }

    private Way cheapestFrom(Point point) {
        Way there = known.get(point);
        if (there == null) {
            there = findCheapest(point);
            known.put(point, there);
        }
        return there;
    }

    private Way findCheapest(Point point) {
        Optional<Way> best = Optional.empty();
        for (int place = 0; place < contenders.size(); place++) {
            String contender = contenders.get(place);
            if (!canGo(contender, place, point)) {
                continue;
            }
            Way rest = cheapestFrom(point.after(place, contender));
            int cost = rest.switches() + (point.last().isEmpty() || point.last().equals(contender) ? 0 : 1);
            if (best.isEmpty() || cost < best.get().switches()) {
                best = Optional.of(new Way(cost, Optional.of(contender), Optional.of(rest)));
            }
        }
        return best.orElseGet(() -> new Way(0, Optional.empty(), Optional.empty()));
    }

    /** Everything that came before its next step for a reason has been executed. */
    private boolean canGo(String contender, int place, Point point) {
        List<Integer> own = positions.getOrDefault(contender, List.of());
        int taken = point.taken().get(place);
        if (taken == own.size()) {
            return false;
        }
        int next = own.get(taken);
        for (int other = 0; other < contenders.size(); other++) {
            List<Integer> steps = positions.getOrDefault(contenders.get(other), List.of());
            int firstMissing = point.taken().get(other);
            if (other != place
                    && firstMissing < steps.size()
                    && steps.get(firstMissing) < next
                    && order.between(steps.get(firstMissing), next)) {
                return false;
            }
        }
        return true;
    }

    /** How many steps each contender has taken, and who moved last. */
    private record Point(List<Integer> taken, String last) {

        Point after(int place, String contender) {
            List<Integer> more = new ArrayList<>(taken);
            more.set(place, more.get(place) + 1);
            return new Point(List.copyOf(more), contender);
        }
    }

    private record Way(int switches, Optional<String> turn, Optional<Way> rest) {}
}
