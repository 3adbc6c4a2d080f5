package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is learnt from executions that differ in nothing but chance: of the same requests in the same order, all with the same
 * outcomes. Whatever is different between two of these varies by chance, and the least strict {@link Treatment} is found under which
 * they are equal:
 *
 * <ol>
 *   <li>names of fields that are new each time, as many each time, are generated: renamed;
 *   <li>values of a place that are texts with letters and new each time are generated ids: renamed; so are numbers, alone or in
 *       texts, that are higher each time (somebody counts on); what comes again (a choice among few), other numbers, and what looks
 *       like a time can be any;
 *   <li>where there are more values in one than in the other, it is left out;
 *   <li>where values are still different from execution to execution after renaming (two ids are the same in one and not in the
 *       other), they can be any; where documents have no counterpart, all with their fields are left out.
 * </ol>
 *
 * What was told last, accepted or refused, is never learnt.
 */
final class Evidence {

    /** More rounds of loosening than a result has kinds of places are not needed. */
    private static final int MOST_ROUNDS = 50;

    private final List<List<Result>> groups;
    private final Treatments treatments;

    private Evidence(List<List<Result>> groups, Treatments treatments) {
        this.groups = groups;
        this.treatments = treatments;
    }

    /** @param groups each of executions that could have been the same, in the order in which they were run */
    static Treatments of(List<List<Result>> groups, Uncompared uncompared) throws InterruptedException {
        return of(groups, uncompared, Set.of());
    }

    /** @param sets the lists whose order does not count */
    static Treatments of(List<List<Result>> groups, Uncompared uncompared, Set<String> sets)
            throws InterruptedException {
        Treatments treatments = new Treatments(uncompared, sets);
        new Evidence(groups.stream().filter(group -> group.size() > 1).toList(), treatments).learn();
        return treatments;
    }

    private void learn() throws InterruptedException {
        boolean learnt = !groups.isEmpty();
        for (int round = 0; learnt && round < MOST_ROUNDS; round++) {
            List<List<Profile>> profiles = groups.stream()
                    .map(group -> group.stream().map(this::profile).toList())
                    .toList();
            learnt = learnKinds(profiles) || learnNames(profiles) || learnValues(profiles) || learnWeb();
        }
    }

    private Profile profile(Result result) {
        Profile profile = new Profile();
        Sites.of(result, result.told().keySet(), new Reading(Known.of(result), treatments, profile));
        return profile;
    }

    /** Where there are not as many documents each time, those of a kind of which there are more or less. */
    private boolean learnKinds(List<List<Profile>> profiles) {
        boolean learnt = false;
        for (List<Profile> runs : profiles) {
            for (String namespace : places(runs, profile -> profile.kinds.keySet())) {
                List<Map<Set<String>, Long>> counts =
                        runs.stream().map(run -> run.countsIn(namespace)).toList();
                if (counts.stream().map(Evidence::sum).distinct().count() > 1) {
                    learnt |= leaveOut(namespace, counts);
                }
            }
        }
        return learnt;
    }

    private static long sum(Map<Set<String>, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private boolean leaveOut(String namespace, List<Map<Set<String>, Long>> counts) {
        boolean learnt = false;
        Set<Set<String>> kinds =
                counts.stream().flatMap(run -> run.keySet().stream()).collect(Collectors.toSet());
        for (Set<String> kind : kinds) {
            if (counts.stream()
                            .map(run -> run.getOrDefault(kind, 0L))
                            .distinct()
                            .count()
                    > 1) {
                learnt |= treatments.leaveOut(namespace, kind);
            }
        }
        return learnt;
    }

    private boolean learnNames(List<List<Profile>> profiles) {
        boolean learnt = false;
        for (List<Profile> runs : profiles) {
            for (String place : places(runs, profile -> profile.names.keySet())) {
                List<List<String>> names = runs.stream()
                        .map(run -> run.names.getOrDefault(place, List.of()))
                        .toList();
                if (!treatments.isGenerated(place) && areGenerated(names)) {
                    learnt |= treatments.renameFields(place, inAll(names));
                }
            }
        }
        return learnt;
    }

    private static boolean areGenerated(List<List<String>> runs) {
        Set<String> fixed = inAll(runs);
        List<List<String>> fresh = runs.stream()
                .map(run -> run.stream().filter(name -> !fixed.contains(name)).toList())
                .toList();
        int each = fresh.getFirst().size();
        return each > 0
                && fresh.stream().allMatch(run -> run.size() == each)
                && fresh.stream().flatMap(List::stream).allMatch(Evidence::couldBeGenerated)
                && noneComesAgain(fresh);
    }

    private static boolean couldBeGenerated(String name) {
        return name.chars().anyMatch(letter -> letter >= '0' && letter <= '9')
                || name.chars().anyMatch(Character::isUpperCase);
    }

    private boolean learnValues(List<List<Profile>> profiles) {
        Map<String, List<List<List<String>>>> varying = new LinkedHashMap<>();
        boolean learnt = false;
        for (List<Profile> runs : profiles) {
            for (String place : places(runs, profile -> profile.seen.keySet())) {
                List<List<String>> seen =
                        runs.stream().map(run -> run.seen(place)).toList();
                if (seen.stream().mapToInt(List::size).distinct().count() > 1) {
                    learnt |= treatments.loosen(place, Treatment.LEFT_OUT);
                } else if (seen.stream().distinct().count() > 1) {
                    varying.computeIfAbsent(place, first -> new ArrayList<>())
                            .add(runs.stream()
                                    .map(run -> run.raw.getOrDefault(place, List.of()))
                                    .toList());
                }
            }
        }
        for (Map.Entry<String, List<List<List<String>>>> place : varying.entrySet()) {
            learnt |= loosen(place.getKey(), place.getValue());
        }
        return learnt;
    }

    /** @param groups of each the values of each run */
    private boolean loosen(String place, List<List<List<String>>> groups) {
        Set<String> fixed =
                groups.stream().flatMap(runs -> inAll(runs).stream()).collect(Collectors.toSet());
        List<List<Set<String>>> varying = groups.stream()
                .map(runs -> runs.stream()
                        .map(run -> run.stream()
                                .filter(value -> !fixed.contains(value))
                                .collect(Collectors.toSet()))
                        .toList())
                .toList();
        boolean areRenamed = treatments.of(place) == Treatment.AS_IT_STANDS && areIds(varying);
        return areRenamed
                ? treatments.rename(place, new Treatments.Constants(fixed, wordsInAll(varying)))
                : treatments.loosen(place, Treatment.ANY);
    }

    private static boolean areIds(List<List<Set<String>>> groups) {
        List<Set<String>> runs = groups.stream().flatMap(List::stream).toList();
        List<String> all = runs.stream().flatMap(Set::stream).toList();
        if (all.isEmpty() || !noneComesAgain(runs) || all.stream().anyMatch(Shape::isTime)) {
            return false;
        }
        return Shape.areCounted(runs)
                ? groups.stream().allMatch(Shape::rise)
                : all.stream().allMatch(Shape::couldBeAnId);
    }

    private static boolean noneComesAgain(List<? extends Collection<String>> runs) {
        Set<String> before = new HashSet<>();
        for (Collection<String> run : runs) {
            if (run.stream().anyMatch(before::contains)) {
                return false;
            }
            before.addAll(run);
        }
        return true;
    }

    private static Set<String> inAll(List<? extends Collection<String>> runs) {
        Set<String> all = new HashSet<>(runs.getFirst());
        runs.forEach(all::retainAll);
        return all;
    }

    private static Set<String> wordsInAll(List<List<Set<String>>> groups) {
        List<Set<String>> words = groups.stream()
                .flatMap(List::stream)
                .flatMap(Set::stream)
                .map(value -> Leaf.literal(value).words())
                .toList();
        return words.isEmpty() ? Set.of() : inAll(words);
    }

    /** What is beside what: looked at when each place by itself tells nothing more. */
    private boolean learnWeb() throws InterruptedException {
        boolean learnt = false;
        for (List<Result> group : groups) {
            Canonical first = canonical(group.getFirst());
            for (Result other : group.subList(1, group.size())) {
                for (Difference.Place place :
                        Difference.between(first, canonical(other)).places()) {
                    learnt |= loosen(place);
                }
            }
            if (learnt) {
                return true;
            }
        }
        return false;
    }

    private Canonical canonical(Result result) throws InterruptedException {
        return Canonical.of(result, result.told().keySet(), treatments);
    }

    private boolean loosen(Difference.Place place) {
        if (place.spot() instanceof Difference.Spot.Whole whole) {
            return treatments.leaveOut(whole.namespace(), whole.fields());
        }
        boolean both = place.here().isPresent() && place.there().isPresent();
        return treatments.loosen(place.where(), both ? Treatment.ANY : Treatment.LEFT_OUT);
    }

    private static Set<String> places(List<Profile> runs, Function<Profile, Set<String>> of) {
        Set<String> places = new TreeSet<>();
        runs.forEach(run -> places.addAll(of.apply(run)));
        return places;
    }

    /** What one execution showed at each place. */
    private static final class Profile implements Reading.Onlooker {

        private final Map<String, List<String>> raw = new HashMap<>();
        private final Map<String, List<String>> seen = new HashMap<>();
        private final Map<String, List<String>> names = new HashMap<>();
        private final Map<String, List<Set<String>>> kinds = new HashMap<>();

        @Override
        public void document(String namespace, Set<String> fields) {
            kinds.computeIfAbsent(namespace, first -> new ArrayList<>()).add(fields);
        }

        private Map<Set<String>, Long> countsIn(String namespace) {
            return kinds.getOrDefault(namespace, List.of()).stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }

        @Override
        public void value(String place, Leaf rawLeaf, Leaf value) {
            raw.computeIfAbsent(place, first -> new ArrayList<>()).add(rawLeaf.raw());
            seen.computeIfAbsent(place, first -> new ArrayList<>()).add(value.skeleton());
        }

        @Override
        public void names(String place, Collection<String> fields) {
            names.computeIfAbsent(place, first -> new ArrayList<>()).addAll(fields);
        }

        private List<String> seen(String place) {
            return seen.getOrDefault(place, List.of()).stream().sorted().toList();
        }
    }
}
