package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Contest;

/** Runs a contest through its schedules. */
public final class Explorer {

    private final Strategy strategy;
    private final SearchSettings settings;

    public Explorer(Strategy strategy, SearchSettings settings) {
        this.strategy = strategy;
        this.settings = settings;
    }

    /**
     * Runs schedule after schedule, fewest preemptions first, until none is left, the limit is reached or the watcher ends it.
     *
     * @throws InterruptedException if the thread is interrupted; nothing of the contest is left running
     */
    public <R> Exploration<R> explore(Contest<R> contest, Judge<R> judge, Watcher watcher) throws InterruptedException {
        return new Exploration<>(
                contest.contenders(),
                strategy.toString(),
                new Coverage(
                        java.util.Map.of(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        java.util.Optional.empty(),
                        false,
                        settings.preemptions(),
                        0,
                        0,
                        java.util.Optional.empty()),
                java.util.List.of(),
                java.util.Set.of());
    }
}
