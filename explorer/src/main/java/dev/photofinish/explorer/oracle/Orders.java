package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The serial orders of some of the contenders. */
final class Orders {

    private Orders() {}

    /** Of all, then of all but one, and so on down to those that must take part; not of nobody. */
    static List<List<String>> ofAtLeast(Collection<String> needed, List<String> contenders) {
        return IntStream.range(1, 1 << contenders.size())
                .mapToObj(chosen -> IntStream.range(0, contenders.size())
                        .filter(place -> (chosen >> place & 1) == 1)
                        .mapToObj(contenders::get)
                        .toList())
                .filter(chosen -> chosen.containsAll(needed))
                .sorted(Comparator.comparingInt(chosen -> -chosen.size()))
                .flatMap(Orders::permutations)
                .toList();
    }

    private static Stream<List<String>> permutations(List<String> names) {
        if (names.isEmpty()) {
            return Stream.of(List.of());
        }
        return names.stream().flatMap(first -> {
            List<String> others = new ArrayList<>(names);
            others.remove(first);
            return permutations(others)
                    .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
        });
    }
}
