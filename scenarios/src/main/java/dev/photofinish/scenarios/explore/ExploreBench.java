package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.race.DirectedRound;
import dev.photofinish.scenarios.race.DirectedRounds;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures what exploring costs: schedules and time with and without reduction, and a schedule against the same requests one
 * after the other, straight to an application without a gate.
 *
 * @param gated an application behind the gate
 * @param straight the same application on the same database, past the gate
 */
public record ExploreBench(Deployment gated, Deployment straight, Database database, WireGate gate) {

    /** Before these, nothing is warm. */
    private static final int WARM_UP = 20;

    private static final int SERIAL_ROUNDS = 30;

    private static final int SCHEDULES = 200;

    private static final SearchSettings UNLIMITED = new SearchSettings(100_000, Optional.empty(), 20, 1);

    /**
     * @throws NoAnswerException if one of the two applications does not answer
     */
    public ExploreCost measure(ScenarioFile scenario) throws NoAnswerException, InterruptedException {
        List<Duration> requests = oneAfterTheOther(scenario);
        explore(scenario, new Strategy.Reduced(), new Stopwatch());
        Stopwatch schedules = new Stopwatch();
        ExplorationReport reduced = explore(scenario, new Strategy.Reduced(), schedules);
        ExplorationReport exhaustive = explore(scenario, new Strategy.Exhaustive(), schedules);
        requests.addAll(oneAfterTheOther(scenario));
        return new ExploreCost(scenario.name(), reduced, exhaustive, schedules.laps(), contests(scenario), requests);
    }

    /** How long the contenders took in each schedule, without what comes before and after. */
    private List<Duration> contests(ScenarioFile scenario) throws NoAnswerException, InterruptedException {
        List<Duration> took = new ArrayList<>();
        try (DirectedRounds rounds = DirectedRounds.of(scenario, gated, Optional.of(database), mark())) {
            Ground ground = new Ground(rounds, Fresh.RESTORED, gate);
            new Explorer(new Strategy.Exhaustive(), new SearchSettings(SCHEDULES, Optional.empty(), 0, 1))
                    .explore(
                            ScenarioContest.of(scenario, gated.system(), gate, ground),
                            (turns, round) -> {
                                took.add(round.contest());
                                return Judgement.HELD;
                            },
                            Watcher.NONE);
            ground.leaveBehind();
            var unused = rounds.cleanUp();
        }
        return took;
    }

    private ExplorationReport explore(ScenarioFile scenario, Strategy strategy, Stopwatch stopwatch)
            throws NoAnswerException, InterruptedException {
        ExploreSettings settings = new ExploreSettings(
                strategy, UNLIMITED, Fresh.RESTORED, mark(), "bench", Optional.empty(), (name, schedule) -> schedule);
        return new ScenarioExploration(gated, database, gate, settings).run(scenario, stopwatch);
    }

    /** How long the contenders' requests take, each time on data given anew; that is not counted. */
    private List<Duration> oneAfterTheOther(ScenarioFile scenario) throws NoAnswerException, InterruptedException {
        List<Duration> took = new ArrayList<>();
        try (DirectedRounds rounds = DirectedRounds.of(scenario, straight, Optional.of(database), mark())) {
            for (int made = 0; made < WARM_UP + SERIAL_ROUNDS; made++) {
                DirectedRound round = rounds.begin(rounds.give());
                long begun = System.nanoTime();
                for (Contender contender : scenario.contenders()) {
                    round.run(contender.name());
                }
                if (made >= WARM_UP) {
                    took.add(Duration.ofNanos(System.nanoTime() - begun));
                }
            }
            // what exploring has to put back would grow with every round
            var unused = rounds.cleanUp();
        }
        return took;
    }

    /** Of data that no other measurement makes. */
    private static String mark() {
        return Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    /** Takes the time from one schedule to the next: fresh data, contest and judgement. */
    private static final class Stopwatch implements Watcher {

        private final List<Duration> laps = new ArrayList<>();
        private long last;

        @Override
        public void progress(Coverage soFar) {
            long now = System.nanoTime();
            if (soFar.run() + soFar.pruned() > 1) {
                laps.add(Duration.ofNanos(now - last));
            }
            last = now;
        }

        @Override
        public boolean stop() {
            return false;
        }

        List<Duration> laps() {
            return List.copyOf(laps);
        }
    }
}
