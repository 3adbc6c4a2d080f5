package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The serial orders of some of the contenders: {@code A B B A} if each sends two requests. */
final class Orders {

    private Orders() {}

    /**
     * Of all, then of all but one, and so on down to those that must take part; not of nobody. Of each such group those come
     * first in which a contender sends all its requests in a row.
     *
     * @param requests how many a contender sends
     */
    static List<List<String>> ofAtLeast(
            Collection<String> needed, List<String> contenders, ToIntFunction<String> requests) {
        return IntStream.range(1, 1 << contenders.size())
                .mapToObj(chosen -> IntStream.range(0, contenders.size())
                        .filter(place -> (chosen >> place & 1) == 1)
                        .mapToObj(contenders::get)
                        .toList())
                .filter(chosen -> chosen.containsAll(needed))
                .sorted(Comparator.comparingInt(chosen -> -chosen.size()))
                .flatMap(chosen -> interleavings(all(chosen, requests))
                        .sorted(Comparator.comparingInt(order -> inARow(order).size())))
                .toList();
    }

    /** Whether each contender does all that it does before the next one begins. */
    static boolean isOfWholeContenders(List<String> order) {
        return inARow(order).size() == new HashSet<>(order).size();
    }

    /** Whoever sends several requests in a row stands there once. */
    static List<String> inARow(List<String> order) {
        return IntStream.range(0, order.size())
                .filter(place -> place == 0 || !order.get(place).equals(order.get(place - 1)))
                .mapToObj(order::get)
                .toList();
    }

    private static List<String> all(List<String> contenders, ToIntFunction<String> requests) {
        return contenders.stream()
                .flatMap(contender ->
                        IntStream.range(0, requests.applyAsInt(contender)).mapToObj(request -> contender))
                .toList();
    }

    private static Stream<List<String>> interleavings(List<String> names) {
        if (names.isEmpty()) {
            return Stream.of(List.of());
        }
        return names.stream().distinct().flatMap(first -> {
            List<String> others = new ArrayList<>(names);
            others.remove(first);
            return interleavings(others)
                    .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
        });
    }
}
