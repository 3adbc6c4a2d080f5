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
        throw new UnsupportedOperationException(strategy + " with " + settings + " for " + contest + judge + watcher);
    }
}
