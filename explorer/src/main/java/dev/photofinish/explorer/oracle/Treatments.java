package dev.photofinish.explorer.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How the values of each place compare, as far as it is not {@linkplain Treatment#AS_IT_STANDS as they stand}. It only ever becomes
 * less strict. For one thread.
 */
final class Treatments {

    private final Uncompared uncompared;
    private final Set<String> sets;
    private final Map<String, Treatment> places = new HashMap<>();
    private final Map<String, Constants> constants = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    Treatments(Uncompared uncompared) {
        this(uncompared, Set.of());
    }

    /** @param sets the lists whose order does not count */
    Treatments(Uncompared uncompared, Set<String> sets) {
        this.uncompared = uncompared;
        this.sets = Set.copyOf(sets);
    }

    static Treatments asItStands() {
        return new Treatments(Uncompared.NOTHING);
    }

    Treatment of(String place) {
        return places.getOrDefault(place, Treatment.AS_IT_STANDS);
    }

    /** Whether the list there is a set. */
    boolean isSet(String place) {
        return sets.contains(place);
    }

    /** What does not change where values are renamed. */
    Constants constants(String place) {
        return constants.getOrDefault(place, Constants.NONE);
    }

    /** Whether a name of a field of this document is a generated value. */
    boolean isGenerated(String place, String field) {
        Set<String> fixed = names.get(place);
        return fixed != null && !fixed.contains(field);
    }

    boolean isGenerated(String place) {
        return names.containsKey(place);
    }

    /** Whether documents that have these fields are left out, as many as there are. */
    boolean leavesOut(String namespace, Set<String> fields) {
        return !kinds.isEmpty() && kinds.contains(kind(namespace, fields));
    }

    boolean leavesOut(String place) {
        return of(place) == Treatment.LEFT_OUT || uncompared.covers(place);
    }

    /** Less strict by one, at least: whether that is something new. */
    boolean loosen(String place, Treatment to) {
        if (of(place).compareTo(to) >= 0) {
            return false;
        }
        places.put(place, to);
        return true;
    }

    boolean rename(String place, Constants fixed) {
        constants.put(place, fixed);
        return loosen(place, Treatment.RENAMED);
    }

    /** @param fixed the names of fields that are the same in every execution */
    boolean renameFields(String place, Set<String> fixed) {
        return names.put(place, Set.copyOf(fixed)) == null;
    }

    boolean leaveOut(String namespace, Set<String> fields) {
        return kinds.add(kind(namespace, fields));
    }

    private static String kind(String namespace, Set<String> fields) {
        return namespace + " " + fields.stream().sorted().toList();
    }

    /**
     * What does not change at a place where values do.
     *
     * @param values that come every time
     * @param words that each of the others contains
     */
    record Constants(Set<String> values, Set<String> words) {

        static final Constants NONE = new Constants(Set.of(), Set.of());

        Constants {
            values = Set.copyOf(values);
            words = Set.copyOf(words);
        }
    }
}
