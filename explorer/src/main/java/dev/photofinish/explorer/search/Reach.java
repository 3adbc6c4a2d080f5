package dev.photofinish.explorer.search;

import java.util.Optional;

/**
 * How far a search has come.
 *
 * @param all whether nothing is left that it would have to run
 * @param everyOne whether it runs every schedule, equivalent ones too
 */
record Reach(
        boolean all, boolean everyOne, Optional<Integer> preemptions, int togetherPairs, Optional<String> guarantee) {}
