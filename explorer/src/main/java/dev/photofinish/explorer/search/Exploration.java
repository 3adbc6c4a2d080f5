package dev.photofinish.explorer.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an exploration found.
 *
 * @param strategy its name, such as {@code reduced}
 * @param discoveries one a rule, violations first
 * @param givenUp that it was ended before its time since schedule after schedule came to nothing, in a sentence
 * @param obstacles why schedules were inconclusive or diverged, a sentence each
 * @param doubts why the contest may not be called held, though nothing was found broken, a sentence each
 * @param unsafe pairs of commands that are known to be unsafe, though no schedule has shown it, a sentence each: the contest may
 *     not be called held
 */
public record Exploration<R>(
        List<String> contenders,
        String strategy,
        Coverage coverage,
        List<Discovery<R>> discoveries,
        Optional<String> givenUp,
        Set<String> obstacles,
        Set<String> doubts,
        Set<String> unsafe) {

    boolean hasViolations() {
        return discoveries.stream().anyMatch(found -> found.finding().isViolation());
    }

    /** The same contest explored in another way afterwards, too: the numbers of both. */
    Exploration<R> and(Exploration<R> other) {
        Map<String, Discovery<R>> byRule = new LinkedHashMap<>();
        Stream.concat(discoveries.stream(), other.discoveries.stream().map(found -> found.after(coverage)))
                .sorted(Comparator.comparing(
                                (Discovery<R> found) -> found.finding().isViolation())
                        .reversed())
                .forEach(found -> byRule.merge(found.finding().rule(), found, Discovery::and));
        return new Exploration<>(
                contenders,
                strategy,
                coverage.and(other.coverage),
                List.copyOf(byRule.values()),
                givenUp.or(() -> other.givenUp),
                union(obstacles, other.obstacles),
                union(doubts, other.doubts),
                union(unsafe, other.unsafe));
    }

    /** There are ways in which the contest was not explored. */
    Exploration<R> incomplete() {
        return new Exploration<>(
                contenders, strategy, coverage.incomplete(), discoveries, givenUp, obstacles, doubts, unsafe);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
