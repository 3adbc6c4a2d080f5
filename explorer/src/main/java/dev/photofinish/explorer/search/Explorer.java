package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Contest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a contest through its schedules.
 *
 * <pre>
 *   strategy ─▶ schedule ─▶ execution on fresh data ─▶ judged ─▶ counted ─▶ the shortest of those that broke a rule, again
 *      ▲                          │
 *      └──── what it showed ──────┘
 * </pre>
 */
public final class Explorer {

    /** A schedule that goes astray or nowhere is run so many times more before it is given up. */
    private static final int RETRIES = 2;

    /** So many executions in a row that come to no end mean that the deployment is gone. */
    private static final int HOPELESS = 5;

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
        TogetherSampling search = new TogetherSampling(search(contest.contenders()), settings.together());
        Flight<R> flight = new Flight<>(contest, judge, watcher);
        Ledger<R> ledger = new Ledger<>(contest.contenders());
        boolean nothingLeft = run(search, flight, ledger, watcher);
        Proof<R> proof = new Proof<>(flight, settings.reproductions(), watcher);
        List<Discovery<R>> discoveries = new ArrayList<>();
        Set<String> doubts = new LinkedHashSet<>();
        for (Suspect<R> suspect : ledger.suspects()) {
            Optional<Discovery<R>> discovery = proof.of(suspect);
            discovery.ifPresent(discoveries::add);
            if (discovery.isEmpty()) {
                ledger.withdraw(suspect.finding().rule());
                suspect.doubt().ifPresent(doubts::add);
            }
        }
        doubts.addAll(contest.doubts());
        return new Exploration<>(
                contest.contenders(),
                strategy.name(),
                ledger.coverage(reach(search, nothingLeft)),
                discoveries,
                givenUp(ledger),
                ledger.obstacles(),
                doubts);
    }

    private static Optional<String> givenUp(Ledger<?> ledger) {
        return ledger.lostInARow() < HOPELESS
                ? Optional.empty()
                : Optional.of("Given up: " + HOPELESS + " schedules in a row came to nothing.");
    }

    /** Answers whether nothing is left to run. */
    private boolean run(TogetherSampling search, Flight<?> flight, Ledger<?> ledger, Watcher watcher)
            throws InterruptedException {
        while (ledger.schedules() < settings.limit() && ledger.lostInARow() < HOPELESS && !watcher.stop()) {
            Optional<Pilot> pilot = search.next();
            if (pilot.isEmpty()) {
                return true;
            }
            Landing landing = persistently(flight, pilot.get(), watcher);
            if (watcher.stop() && cameToNothing(landing)) {
                return false; // it was broken off, and says nothing
            }
            search.flown(pilot.get(), landing.moves());
            ledger.add(landing);
            watcher.progress(ledger.coverage(reach(search, false)));
        }
        return false;
    }

    private static Landing persistently(Flight<?> flight, Pilot pilot, Watcher watcher) throws InterruptedException {
        Landing landing = flight.fly(pilot);
        for (int retry = 0; retry < RETRIES && cameToNothing(landing) && !watcher.stop(); retry++) {
            landing = flight.fly(pilot);
        }
        return landing;
    }

    private static boolean cameToNothing(Landing landing) {
        return landing instanceof Landing.Diverged || landing instanceof Landing.Lost;
    }

    private Reach reach(TogetherSampling search, boolean nothingLeft) {
        boolean sampledEnough = search.pairs() == 0 || settings.together() > 0;
        return new Reach(
                nothingLeft && search.coversAll() && sampledEnough,
                strategy instanceof Strategy.Exhaustive
                        && settings.preemptions().isEmpty(),
                settings.preemptions(),
                search.pairs(),
                search.guarantee());
    }

    private Search search(List<String> contenders) {
        return switch (strategy) {
            case Strategy.Exhaustive exhaustive ->
                new TreeSearch(contenders, new EveryBranch(), settings.preemptions());
            case Strategy.Reduced reduced ->
                new TreeSearch(
                        contenders,
                        settings.preemptions().isPresent() ? new EveryBranch() : new RaceReversal(),
                        settings.preemptions());
            case Strategy.Pct pct -> new SerialFirst(contenders, new PctSampling(contenders, pct), pct.schedules());
            case Strategy.Random random ->
                new SerialFirst(contenders, new RandomSampling(random.seed()), random.schedules());
            case Strategy.Replay replay -> new ReplaySearch(replay.schedule());
        };
    }
}
