package dev.photofinish.reports;

import java.util.List;

/**
 * Pairs of commands of an exploration that are known to be unsafe, though no schedule has shown it: "unsafe, not reproduced".
 *
 * @param pairs a sentence each
 * @param counts what that means for the verdict
 */
public record Unsafe(List<String> pairs, Counts counts) {

    /** There is no such pair. */
    public static final Unsafe NONE = new Unsafe(List.of(), Counts.AS_DOUBT);

    public Unsafe {
        pairs = List.copyOf(pairs);
    }

    /** Whether it is a finding by itself. */
    public boolean makesAFinding() {
        return counts == Counts.AS_VIOLATION && !pairs.isEmpty();
    }

    /** What an unsafe pair that was not reproduced means. */
    public enum Counts {
        /** It keeps the exploration from being held. */
        AS_DOUBT,
        /** It is a finding, and fails the run. */
        AS_VIOLATION
    }
}
