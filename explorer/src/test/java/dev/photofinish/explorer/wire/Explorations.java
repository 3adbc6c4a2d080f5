package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Explorations as tests want them: every schedule, one rule, no reruns of the witness where none are asked for. */
final class Explorations {

    private static final SearchSettings SETTINGS = new SearchSettings(5_000, Optional.empty(), 0, 0);

    private Explorations() {}

    static <R> Exploration<R> exhaustive(WireContest<R> contest, Predicate<R> broken) throws InterruptedException {
        return new Explorer(new Strategy.Exhaustive(), SETTINGS).explore(contest, judge(broken), Watcher.NONE);
    }

    static <R> Exploration<R> reduced(WireContest<R> contest, Predicate<R> broken) throws InterruptedException {
        return new Explorer(new Strategy.Reduced(), SETTINGS).explore(contest, judge(broken), Watcher.NONE);
    }

    /** Runs the witness again, too. */
    static <R> Exploration<R> reduced(WireContest<R> contest, Predicate<R> broken, int reproductions)
            throws InterruptedException {
        var settings = new SearchSettings(5_000, Optional.empty(), 0, reproductions);
        return new Explorer(new Strategy.Reduced(), settings).explore(contest, judge(broken), Watcher.NONE);
    }

    private static <R> Judge<R> judge(Predicate<R> broken) {
        return (turns, result) -> broken.test(result)
                ? Judgement.of(List.of(new Finding("rule", Finding.Weight.VIOLATION, "broken by " + result)))
                : Judgement.HELD;
    }
}
