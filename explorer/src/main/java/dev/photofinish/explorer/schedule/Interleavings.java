package dev.photofinish.explorer.schedule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every schedule of contenders whose numbers of steps are known, in the order of their preemptions: serial orders first,
 * then those with one preemption, two, … (iterative context bounding, Musuvathi and Qadeer, PLDI 2007), since nearly every
 * race shows with one or two.
 */
public final class Interleavings {

    private final Map<String, Integer> steps;

    private Interleavings(Map<String, Integer> steps) {
        this.steps = steps;
    }

    /**
     * @param steps how many steps each contender has, in the contenders' order
     * @throws IllegalArgumentException if there is no contender, or one without a step
     */
    public static Interleavings of(Map<String, Integer> steps) {
        if (steps.isEmpty() || steps.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "Every contender needs at least one step; the steps were " + steps + ".");
        }
        return new Interleavings(new LinkedHashMap<>(steps));
    }

    /** One contender after the other in every order, that in which they are named first. */
    public static List<List<String>> serialOrders(List<String> contenders) {
        if (contenders.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : contenders) {
            List<String> others = new ArrayList<>(contenders);
            others.remove(first);
            for (List<String> rest : serialOrders(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    /** How many there are: the multinomial coefficient of the numbers of steps. */
    public BigInteger count() {
        BigInteger ways = factorial(total());
        for (int each : steps.values()) {
            ways = ways.divide(factorial(each));
        }
        return ways;
    }

    /** All of them, each once, fewest preemptions first; found while the stream is read. */
    public Stream<Schedule> byPreemptions() {
        return IntStream.rangeClosed(0, total()).boxed().flatMap(this::withPreemptions);
    }

    private Stream<Schedule> withPreemptions(int preemptions) {
        return Stream.of(preemptions)
                .mapMulti((exactly, found) -> extend(new ArrayList<>(), new LinkedHashMap<>(steps), exactly, found));
    }

    private void extend(List<String> turns, Map<String, Integer> left, int preemptionsLeft, Consumer<Schedule> found) {
        if (turns.size() == total()) {
            if (preemptionsLeft == 0) {
                found.accept(new Schedule(turns));
            }
            return;
        }
        for (String next : steps.keySet()) {
            int cost = turns.isEmpty() || next.equals(turns.getLast()) || left.getOrDefault(turns.getLast(), 0) == 0
                    ? 0
                    : 1;
            if (left.getOrDefault(next, 0) > 0 && cost <= preemptionsLeft) {
                turns.add(next);
                left.merge(next, -1, Integer::sum);
                extend(turns, left, preemptionsLeft - cost, found);
                left.merge(next, 1, Integer::sum);
                turns.removeLast();
            }
        }
    }

    private int total() {
        return steps.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static BigInteger factorial(int n) {
        return IntStream.rangeClosed(2, n).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
