package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The serial orders of some of the contenders: {@code A B B A} if each sends two requests. */
final class Orders {

    private Orders() {}

    /**
     * Those of the most requests first, of the same requests those in which a contender sends all of its in a row; none of no
     * request.
     *
     * @param requests how many a contender may send, each number once; with 0 it takes no part
     */
    static List<List<String>> of(List<String> contenders, Function<String, List<Integer>> requests) {
        Stream<List<String>> chosen = Stream.of(List.of());
        for (String contender : contenders) {
            List<Integer> numbers = requests.apply(contender);
            chosen = chosen.flatMap(others ->
                    numbers.stream().map(number -> joined(others, Collections.nCopies(number, contender))));
        }
        return chosen.filter(all -> !all.isEmpty())
                .sorted(Comparator.comparingInt(all -> -all.size()))
                .flatMap(all -> interleavings(all)
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

    private static Stream<List<String>> interleavings(List<String> names) {
        if (names.isEmpty()) {
            return Stream.of(List.of());
        }
        return names.stream().distinct().flatMap(first -> {
            List<String> others = new ArrayList<>(names);
            others.remove(first);
            return interleavings(others).map(rest -> joined(List.of(first), rest));
        });
    }

    private static List<String> joined(List<String> names, List<String> others) {
        return Stream.concat(names.stream(), others.stream()).toList();
    }
}
