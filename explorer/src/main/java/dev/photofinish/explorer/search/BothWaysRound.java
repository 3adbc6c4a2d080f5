package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Contest;

/**
 * Explores a contest whose contenders send several commands at once, as {@code Promise.all} and threads do, twice: a contender's
 * program is a row of commands for the explorer, and which of those that come at once is the first is anybody's guess. What was
 * not found broken with these in one order is explored with them in the opposite one, so that of any two each has been the first.
 */
public final class BothWaysRound {

    private final Explorer explorer;

    public BothWaysRound(Explorer explorer) {
        this.explorer = explorer;
    }

    /**
     * Like {@link Explorer#explore}; the numbers are those of both.
     *
     * @throws InterruptedException if the thread is interrupted; nothing of the contest is left running
     */
    public <R> Exploration<R> explore(Contest<R> contest, Judge<R> judge, Watcher watcher) throws InterruptedException {
        Exploration<R> first = explorer.explore(contest, judge, watcher);
        if (first.hasViolations()
                || first.givenUp().isPresent()
                || watcher.stop()
                || !contest.turnRoundWhatComesAtOnce()) {
            return first;
        }
        Exploration<R> second = explorer.explore(contest, judge, new GoingOn(watcher, first.coverage()));
        contest.turnRoundWhatComesAtOnce(); // back: who compares with what was before finds it as it was
        return first.and(second);
    }

    /** Counts on from what has been run before. */
    private record GoingOn(Watcher watcher, Coverage before) implements Watcher {

        @Override
        public void progress(Coverage soFar) {
            watcher.progress(before.and(soFar));
        }

        @Override
        public boolean stop() {
            return watcher.stop();
        }

        @Override
        public void whenStopped(Runnable end) {
            watcher.whenStopped(end);
        }
    }
}
