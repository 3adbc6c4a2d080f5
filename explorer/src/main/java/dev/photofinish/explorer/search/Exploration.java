package dev.photofinish.explorer.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Set<String> unsafe) {}
