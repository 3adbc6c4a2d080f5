package dev.photofinish.explorer.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a filter demands of documents.
 *
 * @param values those of which a path must have one
 * @param paths all that it names, whatever it demands of them, in its order
 * @param title the filter for people: shortened, secrets masked
 */
public record Demands(Map<String, Set<String>> values, List<String> paths, String title) {

    /** Nothing is demanded, or nobody knows what. */
    public static final Demands NONE = new Demands(Map.of(), List.of(), "");

    public Demands {
        values = Map.copyOf(values);
        paths = List.copyOf(paths);
    }

    /** How well a document fits. */
    public enum Fit {
        /** Something that is demanded of it by value it has, and nothing is known against it. */
        YES,
        MAYBE,
        NO
    }

    public Fit fits(Traits document) {
        boolean something = false;
        for (Map.Entry<String, Set<String>> demand : values.entrySet()) {
            String value = document.values().get(demand.getKey());
            if (value != null && !demand.getValue().contains(value)) {
                return Fit.NO;
            }
            something |= value != null;
        }
        return something ? Fit.YES : Fit.MAYBE;
    }

    /** How well both can be demanded of one document. */
    public Fit fits(Demands other) {
        boolean something = false;
        for (Map.Entry<String, Set<String>> demand : values.entrySet()) {
            Set<String> theirs = other.values.get(demand.getKey());
            if (theirs != null && Collections.disjoint(theirs, demand.getValue())) {
                return Fit.NO;
            }
            something |= theirs != null;
        }
        return something ? Fit.YES : Fit.MAYBE;
    }
}
