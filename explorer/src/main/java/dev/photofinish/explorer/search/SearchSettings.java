package dev.photofinish.explorer.search;

import java.util.Optional;

/**
 * How far to search.
 *
 * @param limit at most so many schedules
 * @param preemptions only schedules with at most so many preemptions
 * @param together how often each pair of steps that are not atomic towards each other is released together
 * @param reproductions how often a witness is run again
 */
public record SearchSettings(long limit, Optional<Integer> preemptions, int together, int reproductions) {

    public static final SearchSettings DEFAULT = new SearchSettings(5_000, Optional.empty(), 20, 10);
}
