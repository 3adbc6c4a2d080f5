package dev.photofinish.explorer.search;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a contest's schedules has been explored.
 *
 * @param steps each contender's number of steps (the most seen), in the contenders' order
 * @param run schedules brought to their end and judged, each step decided; what was sampled is not among them
 * @param pruned schedules broken off because an equivalent one is run
 * @param diverged schedules that took another way than planned, again and again: not covered
 * @param inconclusive schedules about which nothing can be said: not covered
 * @param violating how many of those that were run broke a rule
 * @param outOf how many schedules there are, if known or (for fixed numbers of steps) computed
 * @param complete whether none is left, within the bound if there is one
 * @param preemptions the bound on preemptions, if there is one
 * @param togetherPairs pairs of steps that are not atomic towards each other
 * @param togetherRuns how often such a pair was released together, and judged: sampled, never complete
 * @param togetherViolating how many of these broke a rule
 * @param guarantee what a strategy that only samples promises, in a sentence
 */
public record Coverage(
        Map<String, Integer> steps,
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

    /** There are other ways in which the contest was not explored. */
    Coverage incomplete() {
        return new Coverage(
                steps,
                run,
                pruned,
                diverged,
                inconclusive,
                violating,
                outOf,
                false,
                preemptions,
                togetherPairs,
                togetherRuns,
                togetherViolating,
                guarantee);
    }

    /** The same contest explored in another way, too. */
    Coverage and(Coverage other) {
        Map<String, Integer> most = new LinkedHashMap<>(steps);
        other.steps.forEach((contender, number) -> most.merge(contender, number, Math::max));
        return new Coverage(
                most,
                run + other.run,
                pruned + other.pruned,
                diverged + other.diverged,
                inconclusive + other.inconclusive,
                violating + other.violating,
                outOf.flatMap(all -> other.outOf.map(all::add)),
                complete && other.complete,
                preemptions,
                Math.max(togetherPairs, other.togetherPairs),
                togetherRuns + other.togetherRuns,
                togetherViolating + other.togetherViolating,
                guarantee);
    }
}
