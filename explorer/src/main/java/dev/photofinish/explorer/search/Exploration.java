package dev.photofinish.explorer.search;

import java.util.List;
import java.util.Set;

/**
 * What an exploration found.
 *
 * @param strategy its name, such as {@code reduced}
 * @param discoveries one a rule, violations first
 * @param obstacles why schedules were inconclusive or diverged, a sentence each
 */
public record Exploration<R>(
        List<String> contenders,
        String strategy,
        Coverage coverage,
        List<Discovery<R>> discoveries,
        Set<String> obstacles) {}
