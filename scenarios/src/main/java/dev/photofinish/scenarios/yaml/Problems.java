package dev.photofinish.scenarios.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with a file while it is read, so that its author sees everything at once. For one reader on
 * one thread.
 */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void add(Location where, String found, String expected, String cure) {
        add(new Problem(where, found, expected, cure));
    }

    public void add(Location where, String found, String expected) {
        add(where, found, expected, "");
    }

    /** A name that nothing of that kind has: says which there are and which of them may be meant. */
    public void addUnknown(Location where, String kind, String name, Set<String> known) {
        add(where, "unknown " + kind + " \"" + name + "\"", Nearest.oneOf(known), Nearest.hint(name, known));
    }

    public List<Problem> inReadingOrder() {
        return found.stream().sorted(Comparator.comparing(Problem::where)).toList();
    }

    /** @throws FileProblems if anything was found */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FileProblems(inReadingOrder());
        }
    }
}
