package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.scenarios.race.EndedRound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Before the search begins, runs the one schedule in which the contenders come one after the other again and again, and takes its
 * time: with every command held, judged, and the data put back, but with no more for the application to do than without a gate.
 * For one thread.
 */
final class SerialSchedules implements Lens {

    private static final SearchSettings FIRST_ONLY = new SearchSettings(1, Optional.empty(), 0, 1);

    private final int times;
    private final List<Duration> took = new ArrayList<>();
    private Optional<Contest<EndedRound>> contest = Optional.empty();

    /** @param times how often it is timed, after half as many times to warm up */
    SerialSchedules(int times) {
        this.times = times;
    }

    List<Duration> took() {
        return List.copyOf(took);
    }

    @Override
    public Contest<EndedRound> on(ScenarioContest explored) {
        contest = Optional.of(explored);
        return explored;
    }

    @Override
    public Judge<EndedRound> on(Judge<EndedRound> judge) throws InterruptedException {
        Contest<EndedRound> explored = contest.orElseThrow();
        Judge<EndedRound> merciful = mercifully(judge);
        for (int run = -times / 2; run < times; run++) {
            long begun = System.nanoTime();
            var unused = new Explorer(new Strategy.Exhaustive(), FIRST_ONLY).explore(explored, merciful, Watcher.NONE);
            if (run >= 0) {
                took.add(Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        return judge;
    }

    /** What is wrong even one after the other would be run again, to be shown. */
    private static Judge<EndedRound> mercifully(Judge<EndedRound> judge) {
        return (turns, round) -> {
            var unused = judge.judge(turns, round);
            return Judgement.HELD;
        };
    }
}
