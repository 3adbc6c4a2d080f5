package dev.photofinish.explorer.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result in which each opaque value is the number of its first appearance. Results that are alike differ in nothing but
 * generated values, so what is true of one is true of the other. Many that are as good as equal are not alike (their documents
 * come in another order): those {@link Canonical} compares, which takes longer.
 *
 * @param answers how many each contender was given
 * @param names whose or where the values are
 */
record Likeness(Map<String, Integer> answers, List<String> names, List<SortedMap<String, String>> values) {

    static Likeness of(Result result, Varying varying) {
        Sites sites = Sites.of(result, result.told().keySet(), varying);
        List<Site> all =
                Stream.concat(sites.told().stream(), sites.documents().stream()).toList();
        Map<String, String> numbers = new HashMap<>(Map.of(Opaque.TIME, "‹time›"));
        return new Likeness(
                result.told().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                told -> told.getValue().answers().size())),
                all.stream().map(Site::name).toList(),
                all.stream()
                        .map(site -> site.rendered(
                                token -> numbers.computeIfAbsent(token, first -> "‹" + numbers.size() + "›")))
                        .toList());
    }
}
