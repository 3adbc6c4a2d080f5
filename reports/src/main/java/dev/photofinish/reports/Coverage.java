package dev.photofinish.reports;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many of a contest's schedules were explored.
 *
 * @param commands each contender's number of database commands (the most seen), in the contenders' order
 * @param run schedules brought to their end and judged, each step decided; what was sampled is not among them
 * @param pruned schedules broken off because an equivalent one was run
 * @param diverged schedules that took another way than planned, again and again: not covered
 * @param inconclusive schedules about which nothing can be said: not covered
 * @param violating how many of those that were run broke a rule
 * @param outOf how many schedules there are, as far as known
 * @param complete whether none is left, within the bound if there is one
 * @param preemptions the bound on preemptions, if there is one
 * @param togetherPairs pairs of commands that are not atomic towards each other
 * @param togetherRuns how often such a pair was released together, and judged: sampled, never complete
 * @param togetherViolating how many of these broke a rule
 * @param guarantee what a strategy that only samples promises, in a sentence
 */
public record Coverage(
        Map<String, Integer> commands,
        long run,
        long pruned,
        long diverged,
        long inconclusive,
        long violating,
        Optional<BigInteger> outOf,
        boolean complete,
        Optional<Integer> preemptions,
        int togetherPairs,
        int togetherRuns,
        int togetherViolating,
        Optional<String> guarantee) {

    public Coverage {
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    }

    /** The same, but of the schedules that broke a rule nobody can say that they did. */
    public Coverage violatingNothingForSure() {
        return new Coverage(
                commands,
                run - violating,
                pruned,
                diverged,
                inconclusive + violating + togetherViolating,
                0,
                outOf,
                false,
                preemptions,
                togetherPairs,
                togetherRuns - togetherViolating,
                0,
                guarantee);
    }

    /** Whether nothing at all was brought to its end and judged. */
    public boolean saysNothing() {
        return run == 0 && togetherRuns == 0;
    }

    /** Whether commands that are not atomic towards each other were met and never released together. */
    public boolean missedTogether() {
        return togetherPairs > 0 && togetherRuns == 0;
    }
}
