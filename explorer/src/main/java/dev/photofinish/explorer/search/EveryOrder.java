package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Contest;

/**
 * Explores a contest whose contenders send several commands at once, as {@code Promise.all} and threads do, once for each order in
 * which these can be taken: a contender's program is a row of commands for the explorer, and which of those that come at once is the
 * first is anybody's guess. What was not found broken with these in one order is explored with them in the opposite one, so that of
 * any two each has been the first; and where all has been explored so far, in every other, as long as there are few.
 */
public final class EveryOrder {

    /** One, and its opposite. */
    private static final int AT_LEAST = 2;

    private final Explorer explorer;

    public EveryOrder(Explorer explorer) {
        this.explorer = explorer;
    }

    /**
     * Like {@link Explorer#explore}; the numbers are those of all.
     *
     * @throws InterruptedException if the thread is interrupted; nothing of the contest is left running
     */
    public <R> Exploration<R> explore(Contest<R> contest, Judge<R> judge, Watcher watcher) throws InterruptedException {
        Exploration<R> all = explorer.explore(contest, judge, watcher);
        Contest.Orders left = Contest.Orders.ANOTHER;
        int tried = 1;
        while (left == Contest.Orders.ANOTHER && goesOn(all, tried, watcher)) {
            left = contest.takeVolleysInNextOrder();
            if (left == Contest.Orders.ANOTHER) {
                all = all.and(explorer.explore(contest, judge, new GoingOn(watcher, all.coverage())));
                tried++;
            }
        }
        contest.takeVolleysInFirstOrder(); // who compares with what was before finds it as it was
        return left == Contest.Orders.TOO_MANY ? all.incomplete() : all;
    }

    private boolean goesOn(Exploration<?> soFar, int tried, Watcher watcher) {
        return !soFar.hasViolations()
                && soFar.givenUp().isEmpty()
                && !watcher.stop()
                && (tried < AT_LEAST || explorer.replays() || soFar.coverage().complete());
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
