package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
    record Place(Spot spot, String path, Optional<String> here, Optional<String> there) {}

    /** What the value is part of. */
    sealed interface Spot {

        /** As {@link Varying} names it. */
        String site();

        record Told(String contender) implements Spot {
            @Override
            public String site() {
                return contender;
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

    /** The places, and whole namespaces where documents have no counterpart, as something that varies. */
    Varying varying() {
        return new Varying(places.stream()
                .map(place -> place.path().isEmpty()
                        ? Varying.all(place.spot().site())
                        : Varying.place(place.spot().site(), place.path()))
                .collect(Collectors.toCollection(HashSet::new)));
    }

    /** Each document is held against the one that is most like it. */
    private static List<Place> documents(
            String namespace, List<SortedMap<String, String>> here, List<SortedMap<String, String>> there) {
        List<SortedMap<String, String>> counterparts = new ArrayList<>(there);
        List<SortedMap<String, String>> unmatched =
                here.stream().filter(document -> !counterparts.remove(document)).toList();
        Spot whole = new Spot.Stored(namespace, Optional.empty());
        List<Place> places = new ArrayList<>();
        for (SortedMap<String, String> document : unmatched) {
            Optional<SortedMap<String, String>> nearest = counterparts.stream()
                    .min(Comparator.comparingInt(
                            other -> fields(whole, document, other).size()));
            nearest.ifPresentOrElse(
                    other -> places.addAll(fields(stored(namespace, document, other), document, other)),
                    () -> places.add(new Place(whole, "", Optional.of(text(document)), Optional.empty())));
            nearest.ifPresent(counterparts::remove);
        }
        counterparts.forEach(other -> places.add(new Place(whole, "", Optional.empty(), Optional.of(text(other)))));
        return places;
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
