package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where two results differ.
 *
 * @param places each value that differs
 */
record Difference(List<Place> places) {

    /**
     * A value that differs.
     *
     * @param path of the value; empty for a whole document
     * @param here what it is, if it is there
     * @param there what it is in the other result, if it is there
     */
    record Place(Spot spot, String path, Optional<String> here, Optional<String> there) {

        /** Where it stands in every execution. */
        String where() {
            return spot.site() + " " + pattern(path);
        }
    }

    /** Against more documents than these none is held. */
    private static final int MOST_COMPARED = 50;

    /** What the value is part of. */
    sealed interface Spot {

        String site();

        record Told(String contender) implements Spot {
            @Override
            public String site() {
                return contender;
            }
        }

        /** @param document by path: one that has no counterpart */
        record Whole(String namespace, SortedMap<String, String> document) implements Spot {

            /** By their names. */
            Set<String> fields() {
                return names(document);
            }

            @Override
            public String site() {
                return namespace;
            }
        }

        /** @param id the document's {@code _id}, if it has the same in both results and one that means something */
        record Stored(String namespace, Optional<String> id) implements Spot {
            @Override
            public String site() {
                return namespace;
            }
        }
    }

    static Difference between(Canonical here, Canonical there) {
        List<Place> places = new ArrayList<>();
        Set<String> contenders = new TreeSet<>(here.told().keySet());
        contenders.addAll(there.told().keySet());
        contenders.forEach(contender -> places.addAll(fields(
                new Spot.Told(contender),
                here.told().getOrDefault(contender, new TreeMap<>()),
                there.told().getOrDefault(contender, new TreeMap<>()))));
        here.namespacesWith(there)
                .forEach(namespace -> places.addAll(documents(namespace, here.in(namespace), there.in(namespace))));
        return new Difference(places);
    }

    boolean isNone() {
        return places.isEmpty();
    }

    int size() {
        return places.size();
    }

    /** Each document is held against the one that is most like it. */
    private static List<Place> documents(
            String namespace, List<SortedMap<String, String>> here, List<SortedMap<String, String>> there) {
        List<SortedMap<String, String>> counterparts = without(there, here);
        List<SortedMap<String, String>> unmatched = without(here, there);
        Spot whole = new Spot.Stored(namespace, Optional.empty());
        List<Place> places = new ArrayList<>();
        for (SortedMap<String, String> document : unmatched) {
            Optional<SortedMap<String, String>> nearest = counterparts.stream()
                    .limit(MOST_COMPARED)
                    .min(Comparator.comparingInt(
                            other -> fields(whole, document, other).size()));
            nearest.ifPresentOrElse(
                    other -> places.addAll(fields(stored(namespace, document, other), document, other)),
                    () -> places.add(new Place(
                            new Spot.Whole(namespace, document), "", Optional.of(text(document)), Optional.empty())));
            nearest.ifPresent(counterparts::remove);
        }
        counterparts.forEach(other -> places.add(
                new Place(new Spot.Whole(namespace, other), "", Optional.empty(), Optional.of(text(other)))));
        return places;
    }

    /** As many of a document as there are more than among the others. */
    private static List<SortedMap<String, String>> without(
            List<SortedMap<String, String>> documents, List<SortedMap<String, String>> others) {
        Map<SortedMap<String, String>, Integer> counts = new HashMap<>();
        others.forEach(other -> counts.merge(other, 1, Integer::sum));
        return documents.stream()
                .filter(document -> counts.merge(document, -1, Integer::sum) < 0)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> names(SortedMap<String, String> document) {
        return document.keySet().stream()
                .map(path -> pattern(path).split("/", 3)[1])
                .collect(Collectors.toSet());
    }

    /** The same for every position of an array, and for every generated name of a field. */
    static String pattern(String path) {
        return path.replaceAll("/\\d+(?=/|$)", "/#").replaceAll("/[^/]*‹[^/]*", "/*");
    }

    private static Spot stored(String namespace, SortedMap<String, String> here, SortedMap<String, String> there) {
        return new Spot.Stored(
                namespace,
                Optional.ofNullable(here.get("/_id"))
                        .filter(id -> id.equals(there.get("/_id")))
                        .filter(id -> !Aliases.isAlias(id)));
    }

    private static List<Place> fields(Spot spot, SortedMap<String, String> here, SortedMap<String, String> there) {
        return Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .sorted()
                .filter(path -> !Objects.equals(here.get(path), there.get(path)))
                .map(path -> new Place(
                        spot, path, Optional.ofNullable(here.get(path)), Optional.ofNullable(there.get(path))))
                .toList();
    }

    private static String text(SortedMap<String, String> document) {
        return document.entrySet().stream()
                .map(field -> field.getKey().substring(1) + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
