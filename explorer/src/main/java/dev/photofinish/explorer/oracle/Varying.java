package dev.photofinish.explorer.oracle;

import java.util.Set;

/**
 * What differs between two runs of the same serial order, and therefore says nothing.
 *
 * @param places such as {@code orders /note}: what a contender was told or a namespace, and a path in it; {@code orders *} for
 *     all of its documents
 */
public record Varying(Set<String> places) {

    public static final Varying NOTHING = new Varying(Set.of());

    public Varying {
        places = Set.copyOf(places);
    }

    boolean contains(String site, String path) {
        return !places.isEmpty() && places.contains(place(site, path));
    }

    boolean containsAllOf(String site) {
        return places.contains(all(site));
    }

    static String all(String site) {
        return site + " *";
    }

    /** The same for every position of an array. */
    static String place(String site, String path) {
        return site + " " + path.replaceAll("/\\d+(?=/|$)", "/#");
    }
}
