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

    /** Whether one schedule is wanted, and nothing else. */
    boolean replays() {
        return strategy instanceof Strategy.Replay;
    }

    /**
     * Runs schedule after schedule, fewest preemptions first, until none is left, the limit is reached or the watcher ends it.
     *
     * @throws InterruptedException if the thread is interrupted; nothing of the contest is left running
     */
    public <R> Exploration<R> explore(Contest<R> contest, Judge<R> judge, Watcher watcher) throws InterruptedException {
        TogetherSampling search = new TogetherSampling(search(contest), settings.together());
        Flight<R> flight = new Flight<>(contest, judge, watcher);
        Ledger<R> ledger = new Ledger<>(contest.contenders());
        OutOfSight outOfSight = new OutOfSight();
        boolean probing = strategy instanceof Strategy.Reduced && contest.bringsAllToTheirFirstStep();
        Probes probes = probing ? Probes.of(contest.contenders()) : Probes.none();
        End end = run(search, flight, ledger, outOfSight, probes, watcher);
        Proof<R> proof = new Proof<>(flight, contest.contenders(), settings.reproductions(), watcher);
        List<Discovery<R>> discoveries = new ArrayList<>();
        Set<String> doubts = new LinkedHashSet<>(probes.doubts(ledger));
        for (Suspect<R> suspect : ledger.suspects()) {
            Optional<Discovery<R>> discovery = proof.of(suspect, ledger.sampled());
            discovery.ifPresent(discoveries::add);
            if (discovery.isEmpty()) {
                ledger.withdraw(suspect.finding().rule());
                suspect.doubt(ledger.sampled()).ifPresent(doubts::add);
            }
        }
        boolean beginningsAreLeft = end == End.NOTHING_LEFT && !replays() && contest.leavesBeginningsOut();
        if (beginningsAreLeft && discoveries.isEmpty()) {
            LateBeginners late = new LateBeginners(contest.contenders());
            late.fly(flight, watcher);
            doubts.addAll(late.doubts());
        }
        doubts.addAll(contest.doubts());
        ledger.lost().ifPresent(doubts::add);
        if (!flight.isAtTheDoor()) {
            doubts.addAll(outOfSight.doubts());
        }
        return new Exploration<>(
                contest.contenders(),
                strategy.name(),
                ledger.coverage(reach(search, end == End.NOTHING_LEFT && !beginningsAreLeft)),
                discoveries,
                endedEarly(end, ledger),
                ledger.obstacles(),
                doubts,
                ledger.unsafe(search.pairs(), settings.together()));
    }

    /** Why no more is run. */
    private enum End {
        NOTHING_LEFT,
        /** As many as were asked for. */
        ENOUGH,
        HOPELESS,
        /** Since a deadlock. */
        HANGS,
        STOPPED
    }

    private static Optional<String> endedEarly(End end, Ledger<?> ledger) {
        return switch (end) {
            case NOTHING_LEFT, ENOUGH -> Optional.empty();
            case HOPELESS -> Optional.of("Given up: " + HOPELESS + " schedules in a row came to nothing.");
            case HANGS ->
                Optional.of("Given up: since the deadlock the application does not answer any more. Start it again.");
            case STOPPED ->
                Optional.of("Stopped after %d schedule%s, before all that were asked for."
                        .formatted(ledger.schedules(), ledger.schedules() == 1 ? "" : "s"));
        };
    }

    private End run(
            TogetherSampling search,
            Flight<?> flight,
            Ledger<?> ledger,
            OutOfSight outOfSight,
            Probes probes,
            Watcher watcher)
            throws InterruptedException {
        while (ledger.schedules() < settings.limit()) {
            if (ledger.lostInARow() >= HOPELESS) {
                return End.HOPELESS;
            }
            if (ledger.lostInARow() > 0 && ledger.breaks(Stuck.DEADLOCK)) {
                return End.HANGS;
            }
            if (!search.serialOrdersAreLeft()) {
                probes.fly(flight, outOfSight, search, ledger);
            }
            Optional<Pilot> pilot = search.next();
            if (pilot.isEmpty() && probes.foundMoreThan(ledger)) {
                search.trustNothing(); // which leaves nothing to be run if it has been done before
                pilot = search.next();
            }
            if (pilot.isEmpty()) {
                return End.NOTHING_LEFT;
            }
            if (watcher.stop()) {
                return End.STOPPED;
            }
            Landing landing = ledger.breaks(Stuck.DEADLOCK)
                    ? flight.fly(pilot.get())
                    : persistently(flight, pilot.get(), watcher);
            if (endsBeforeItsTime(landing) && flight.holdAtTheDoor()) {
                landing = persistently(flight, pilot.get(), watcher);
            }
            if (watcher.stop() && cameToNothing(landing)) {
                return End.STOPPED; // it was broken off, and says nothing
            }
            if (!(strategy instanceof Strategy.Replay)) { // which leads nowhere else
                search.flown(pilot.get(), landing.moves());
            }
            if (outOfSight.notices(landing)) {
                search.trustNothing();
            }
            if (outOfSight.turnsAway() && flight.holdAtTheDoor()) {
                search.beginAnew();
            }
            ledger.add(landing);
            watcher.progress(ledger.coverage(reach(search, false)));
        }
        return ledger.lostInARow() >= HOPELESS ? End.HOPELESS : End.ENOUGH;
    }

    /** Of a replay: somebody was turned away where the schedule has it begin later. */
    private boolean endsBeforeItsTime(Landing landing) {
        return strategy instanceof Strategy.Replay replay
                && landing.moves().size() < replay.schedule().turns().size()
                && !(landing instanceof Landing.Lost);
    }

    private static Landing persistently(Flight<?> flight, Pilot pilot, Watcher watcher) throws InterruptedException {
        Landing landing = flight.fly(pilot);
        for (int retry = 0; retry < RETRIES && cameToNothing(landing) && !watcher.stop(); retry++) {
            landing = flight.fly(pilot);
        }
        return landing;
    }

    private static boolean cameToNothing(Landing landing) {
        return switch (landing) {
            case Landing.Diverged elsewhere -> true;
            case Landing.Lost nowhere -> true;
            case Landing.Pruned cut -> false;
            case Landing.Judged<?> judged ->
                judged.judgement().inconclusive().isPresent()
                        && judged.judgement().findings().isEmpty();
        };
    }

    private Reach reach(TogetherSampling search, boolean nothingLeft) {
        boolean sampledEnough = search.pairs().isEmpty() || settings.together() > 0;
        return new Reach(
                nothingLeft && search.coversAll() && sampledEnough,
                strategy instanceof Strategy.Exhaustive
                        && settings.preemptions().isEmpty(),
                settings.preemptions(),
                search.pairs().size(),
                search.guarantee());
    }

    private Search search(Contest<?> contest) {
        Search search = search(contest.contenders());
        boolean another = contest.bringsAllToTheirFirstStep() && !(strategy instanceof Strategy.Replay);
        return another ? new SeriallyFirst(contest.contenders(), search) : search;
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
            case Strategy.Replay replay -> new ReplaySearch(replay.schedule(), contenders, settings.together());
        };
    }
}
