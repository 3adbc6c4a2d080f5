package dev.photofinish.scenarios.explore;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.data.Image;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.race.Breather;
import dev.photofinish.scenarios.race.DirectedRound;
import dev.photofinish.scenarios.race.DirectedRounds;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures what exploring costs: schedules and time with and without reduction, and a schedule against the same requests one
 * after the other, straight to an application without a gate.
 *
 * @param gated an application behind the gate
 * @param straight the same application on the same database, past the gate
 * @param schedules how many are timed at least, and half as many rounds of plain requests, after as many to warm up
 */
public record ExploreBench(Deployment gated, Deployment straight, Database database, WireGate gate, int schedules) {

    public static final int SCHEDULES = 200;

    private static final SearchSettings NO_MORE = new SearchSettings(1, Optional.empty(), 0, 1);
    private static final SearchSettings UNLIMITED = new SearchSettings(100_000, Optional.empty(), 20, 1);

    /**
     * Lets Java compile what is to be measured.
     *
     * @throws NoAnswerException if one of the two applications does not answer
     */
    public void warmUp(ScenarioFile scenario) throws NoAnswerException, InterruptedException {
        oneAfterTheOther(scenario, straight);
        explore(scenario, new Strategy.Exhaustive());
    }

    /**
     * @throws NoAnswerException if one of the two applications does not answer
     */
    public ExploreCost measure(ScenarioFile scenario) throws NoAnswerException, InterruptedException {
        explore(scenario, new Strategy.Reduced());
        List<ExploreCost.Requests> requests = oneAfterTheOther(scenario, straight);
        ExploreCost.Search reduced = explore(scenario, new Strategy.Reduced());
        ExploreCost.Search exhaustive = explore(scenario, new Strategy.Exhaustive());
        List<ExploreCost.Schedule> timed = new ArrayList<>(exhaustive.schedules());
        while (timed.size() < schedules) {
            timed.addAll(explore(scenario, new Strategy.Exhaustive()).schedules());
        }
        List<ExploreCost.Requests> passing = oneAfterTheOther(scenario, gated);
        requests.addAll(oneAfterTheOther(scenario, straight));
        List<Duration> serial = serially(scenario);
        return new ExploreCost(scenario.name(), reduced, exhaustive, timed, serial, requests, passing);
    }

    private List<Duration> serially(ScenarioFile scenario) throws NoAnswerException, InterruptedException {
        SerialSchedules serial = new SerialSchedules(Math.max(1, schedules / 2));
        var unused = exploration(new Strategy.Exhaustive(), NO_MORE, serial).run(scenario, Watcher.NONE);
        return serial.took();
    }

    private ExploreCost.Search explore(ScenarioFile scenario, Strategy strategy)
            throws NoAnswerException, InterruptedException {
        TimedSchedules timed = new TimedSchedules();
        ExplorationReport report = exploration(strategy, UNLIMITED, timed).run(scenario, timed);
        return new ExploreCost.Search(report, timed.search(), timed.first(), timed.schedules());
    }

    private ScenarioExploration exploration(Strategy strategy, SearchSettings search, Lens lens) {
        ExploreSettings settings = new ExploreSettings(
                strategy,
                search,
                Fresh.RESTORED,
                Duration.ofMillis(100),
                mark(),
                "bench",
                Optional.empty(),
                (name, schedule) -> schedule);
        return new ScenarioExploration(gated, database, gate, settings, lens);
    }

    /** How long the same requests take, each time on data that were put back as the explorer does; that is not counted. */
    private List<ExploreCost.Requests> oneAfterTheOther(ScenarioFile scenario, Deployment deployment)
            throws NoAnswerException, InterruptedException {
        List<ExploreCost.Requests> took = new ArrayList<>();
        try (DirectedRounds rounds = DirectedRounds.of(scenario, deployment, Optional.of(database), mark())) {
            DirectedRounds.Given given = rounds.give();
            Image image = Image.of(gate.database(), collections());
            for (int made = 0; made < schedules; made++) {
                DirectedRound round = rounds.begin(given);
                long begun = System.nanoTime();
                for (Contender contender : scenario.contenders()) {
                    round.run(contender, Breather.NONE);
                }
                long answered = System.nanoTime();
                round.end();
                if (made >= schedules / 2) {
                    took.add(new ExploreCost.Requests(
                            Duration.ofNanos(answered - begun), Duration.ofNanos(System.nanoTime() - begun)));
                }
                image.restore();
            }
            var unused = rounds.cleanUp();
        }
        return took;
    }

    private Set<MongoNamespace> collections() {
        return database.mongo()
                .listCollectionNames()
                .map(name -> new MongoNamespace(database.mongo().getName(), name))
                .into(new HashSet<>());
    }

    /** Of data that no other measurement makes. */
    private static String mark() {
        return Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }
}
