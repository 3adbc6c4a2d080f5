package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the gatekeeper what each contender does in one execution, and lets pass what none of them does.
 *
 * <pre>
 *   came ─▶ read ─▶ Hearing: whose is it? ─▶ owned ─▶ Herald ─▶ held ─▶ Crossing: sent ─▶ answered ─┬─▶ came, the next one
 *                      │                             at the gatekeeper's, until it is let go        │
 *                      └─▶ nobody's: Bypass               its answer, and nothing more ◀────────────┘
 *                                                            └─▶ Epilogue: waited for ─▶ over ─▶ Finale
 * </pre>
 *
 * <p>Called on event loops, by the contenders' threads, by the scheduler's and by a timer. This object is the one lock of all of these
 * rooms but the {@link Crossing}: whoever calls them holds it, and what they do later by the {@link Curtain} is done under it. Nothing is
 * done under it that waits. The gatekeeper has a lock of its own, always taken after this one.
 */
public final class Attribution implements Stage {

    /** An application that is not silent for longer than this may be about to go on. */
    private static final Duration STANDSTILL = Duration.ofMillis(200);

    private static final int UNUSUAL = 20;

    private final Script script;
    private final Gatekeeper gatekeeper;
    private final Pace pace;
    private final Crossing crossing;
    private final Bypass bypass;
    private final Endings endings;
    private final Ownership ownership;
    private final Curtain curtain;
    private final Finale finale;
    private final Hearing hearing;
    private final Herald herald;
    private final Epilogue epilogue;
    private final Holding holding = new Holding();
    private final Reactions reactions = new Reactions();
    private final Map<String, Encores> encores = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    /** Whether several were under way at once, and whether one of them did nothing then; by the scheduler's thread. */
    private volatile boolean sideBySide;

    private volatile boolean waited;
    private boolean comesAfterTheEnd;

    public Attribution(
            Script script,
            Gatekeeper gatekeeper,
            UnderWay underWay,
            Pace pace,
            Hesitation.Pauses pauses,
            Bell bell,
            Halfway halfway,
            Slumber slumber) {
        this.script = script;
        this.gatekeeper = gatekeeper;
        this.pace = pace;
        this.crossing = new Crossing(this, script, gatekeeper, underWay, halfway);
        this.bypass = new Bypass(script);
        this.endings = new Endings(script.sequels(), script.habits(), crossing.transactions());
        this.ownership = new Ownership(
                script.habits(),
                crossing.transactions(),
                crossing.cursors(),
                script.background(),
                endings,
                pace,
                gatekeeper::gathering);
        this.curtain = new Curtain(this, bell);
        this.finale = new Finale(script, bypass, endings, crossing.calm(), bell, slumber);
        this.hearing = new Hearing(script, ownership, curtain, bypass, finale, new Found());
        this.herald = new Herald(gatekeeper, pauses.afterCommand(), curtain, this::settles);
        this.epilogue = new Epilogue(endings, pauses.afterAnswer(), curtain, herald, slumber);
    }

    /** What the hearing has found. */
    private final class Found implements Hearing.Outcome {

        @Override
        public void isOf(String contender, Arrival arrival) {
            give(contender, arrival);
        }

        @Override
        public void isLost(String contender, String why) {
            lost(contender, why);
        }
    }

    public Transactions transactions() {
        return crossing.transactions();
    }

    /** The longest that a contender took for what it did next. */
    synchronized Duration slowestReaction() {
        return reactions.slowest();
    }

    public synchronized boolean nobodyHasStepped() {
        return ownership.nobodyHasStepped();
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public Optional<Part> arrived(Sent sent, Door door) {
        if (sent.document().isEmpty() || script.isHousekeeping(sent.document())) {
            return Optional.empty();
        }
        Arrival arrival = new Arrival(sent, door, crossing, curtain::now);
        synchronized (this) {
            curtain.comes();
        }
        script.read(sent, command -> read(arrival, command));
        return Optional.of(arrival);
    }

    private synchronized void read(Arrival arrival, Command command) {
        curtain.isRead();
        arrival.isRead(command, crossing.steps(command, arrival.sent()));
        crossing.calm().stirs();
        comesAfterTheEnd |= curtain.hasFallen();
        if (!curtain.hasFallen() && script.ignores(arrival.sent())) {
            bypass.isIgnored(arrival);
        } else {
            hearing.decide(arrival);
        }
    }

    private void give(String contender, Arrival arrival) {
        if (arrival.isAbandoned()) {
            script.habits().does(contender, arrival.whole()); // nobody else has given anything up
            lost(contender, Sentences.gaveUp(contender, arrival.command(), arrival.held()));
            return;
        }
        long now = curtain.now();
        if (endings.isAloneAfterItsAnswer(contender)) {
            List<Encores.Encore> all =
                    encores.computeIfAbsent(contender, unseen -> new Encores()).add(arrival.sent(), now);
            if (!all.isEmpty()) {
                isTheBackgrounds(contender, arrival, all);
                return;
            }
        }
        String shape = arrival.whole().shape();
        hearing.goesOn(contender);
        holding.acts(contender, reactions.acts(contender, now));
        boolean surprise = endings.isSurprisedBy(contender, shape);
        arrival.belongsTo(contender);
        holding.holds(contender, arrival);
        script.tally().isAContenders(arrival.whole());
        script.tally().writes(arrival.whole());
        ownership.takes(contender, arrival.whole(), arrival.sent());
        endings.visit(contender).sends(shape, now);
        if (surprise) {
            endings.ends(contender);
            lost(contender, Sentences.surprise(contender, arrival.whole()));
        }
        if (script.isAnnounced(arrival.request(), arrival.whole())) {
            herald.arrives(contender, arrival);
        } else {
            announce(contender, arrival);
        }
    }

    /** A contender does what had been taken for nobody's: what it reads and writes has to be known before it goes on. */
    private void announce(String contender, Arrival arrival) {
        curtain.comes();
        script.isSomebodys(arrival.request(), arrival.whole(), () -> isAnnounced(contender, arrival));
    }

    private synchronized void isAnnounced(String contender, Arrival arrival) {
        curtain.isRead();
        if (curtain.hasFallen()) {
            bypass.passes(arrival);
        } else {
            herald.arrives(contender, arrival);
        }
    }

    private void isTheBackgrounds(String contender, Arrival arrival, List<Encores.Encore> all) {
        script.isTheBackgrounds(arrival.whole(), all);
        pace.forget();
        bypass.isNobodys(arrival);
        lost(contender, Sentences.withoutEnd(contender, arrival.whole()));
    }

    private void settles(String contender) {
        ownership.runsNot(contender, curtain.now());
        hearing.somebodySettles();
    }

    public synchronized void started(String contender) {
        reactions.mayGoOn(contender, curtain.now());
        endings.begins(contender);
        ownership.runs(contender);
        gatekeeper.started(contender);
    }

    /** The contender has its answer; what it does after that is its own, too. */
    public synchronized void finished(String contender, Told told) {
        long now = curtain.now();
        standstill(now).ifPresent(length -> holding.endsAStandstill(contender, length));
        crossing.calm().stirs();
        hearing.isAnswered(contender, told);
        holding.acts(contender, reactions.acts(contender, now));
        finale.isAnswered(told, now);
        Optional<Arrival> givenUp = holding.tooLong(contender).filter(held -> isGivenUp(contender, told));
        if (givenUp.isPresent()) {
            Arrival held = givenUp.get();
            lost(contender, Sentences.gaveUp(contender, held.command(), held.held()));
        } else if (isAnsweredEarly(contender)) {
            ownership.isRefuted();
            lost(contender, Sentences.guessedWrongly(contender));
        }
        endings.visit(contender).isAnswered(told, now);
        if (curtain.hasFallen() || lost.contains(contender)) {
            herald.finishes(contender);
        } else {
            gatekeeper.answered(contender);
            epilogue.expect(contender);
        }
    }

    /** For how long several have been silent at once, and nobody else was under way, if that is far longer than they ever are. */
    private Optional<Duration> standstill(long now) {
        List<String> running = ownership.running();
        boolean allRun = running.size() > 1 && endings.notOver().stream().allMatch(running::contains);
        return allRun
                ? running.stream()
                        .map(contender -> reactions.silence(contender, now))
                        .min(Comparator.naturalOrder())
                        .filter(length -> length.compareTo(STANDSTILL) >= 0
                                && length.compareTo(pace.typicalSilence().multipliedBy(UNUSUAL)) > 0)
                : Optional.empty();
    }

    /** Whether it is answered without what it would have waited for, had that not been held: as nobody ever was. */
    private boolean isGivenUp(String contender, Told told) {
        return !hearing.hasGuessedAbout(contender)
                && script.habits().alwaysWaits(contender)
                && script.sequels().isUnheardOf(told);
    }

    /**
     * Whether it is answered while a command waits that it would wait for itself: that one, or one before, is another's. Who does not wait
     * for its last one has shown that where nothing was guessed.
     */
    private boolean isAnsweredEarly(String contender) {
        if (!endings.visit(contender).hasSomethingOpen()) {
            return false;
        }
        if (!hearing.hasGuessedAbout(contender)) {
            script.habits().doesNotWait(contender);
        }
        return script.habits().alwaysWaits(contender) && !pace.parallel().contains(contender);
    }

    /** What the gate has done to each contender in this execution so far. */
    public synchronized Map<String, Strain> strains() {
        return holding.soFar();
    }

    /** Where everybody stands when somebody is about to be let go. Takes no lock: whoever calls it may hold the gatekeeper's. */
    public void sees(Situation situation) {
        long underWay = situation.standings().values().stream()
                .filter(standing -> !(standing instanceof Standing.Finished))
                .count();
        if (underWay > 1 && !situation.enabled().isEmpty()) {
            sideBySide = true;
            if (situation.standings().values().stream().anyMatch(Attribution::waitsInTheApplication)) {
                waited = true;
            }
        }
    }

    /** Where everybody stands while nobody runs, but for those who wait in the application: they may go on at any time. */
    public synchronized void settled(Situation situation) {
        for (String contender : ownership.running()) {
            Standing standing = situation.standings().get(contender);
            if (standing != null && waitsInTheApplication(standing)) {
                ownership.isBlocked(contender);
            }
            if (standing != null && !waitsInTheApplication(standing)) {
                settles(contender);
            }
        }
    }

    private static boolean waitsInTheApplication(Standing standing) {
        return standing instanceof Standing.Blocked blocked && blocked.where() == Standing.Where.APPLICATION;
    }

    /** Nothing can be said about it any more; what was the first reason stays the reason. */
    public synchronized void lost(String contender, String why) {
        settles(contender);
        finale.losesSomebody();
        if (lost.add(contender)) {
            gatekeeper.lost(contender, why);
        }
    }

    /** A contender has its reply, and runs again. */
    synchronized void resumes(String contender) {
        reactions.mayGoOn(contender, curtain.now());
        ownership.runs(contender);
        mayBeOver(contender);
    }

    /** Nothing of the command is in the database any more. */
    synchronized void mayBeOver(String contender) {
        endings.visit(contender).mayGoOn(curtain.now());
        epilogue.expect(contender);
    }

    /** Everybody is over. Waits for what may still come where the application is suspected to write later than that; seldom. */
    public void awaitLatecomers() throws InterruptedException {
        finale.awaitLatecomers();
    }

    /** From now on everything passes. */
    public void end() {
        if (waited) {
            script.tally().waitedInTheApplication();
        } else if (sideBySide) {
            script.tally().wentSideBySide();
        }
        List<Arrival> left;
        synchronized (this) {
            curtain.falls();
            left = hearing.adjourns();
            herald.tellsAll();
            endings.waitedFor().forEach(gatekeeper::finished);
            comesAfterTheEnd = false;
        }
        crossing.end();
        left.forEach(bypass::passes);
    }

    /**
     * Waits, after everything has been let go, until nothing more can come of this execution, within a bound.
     *
     * @return why that cannot be said, in a sentence
     */
    public Optional<String> awaitCalm(Duration bound) throws InterruptedException {
        Duration quiet;
        synchronized (this) {
            quiet = finale.quiet();
        }
        Optional<String> noise = finale.awaitCalm(quiet, bound);
        if (noise.isEmpty()) {
            learnsFromSilence(quiet);
        }
        return noise;
    }

    /**
     * Who had its answer when the execution was ended, because another had given up, was still waited for. If nothing at all has come in
     * a time that is long enough, it is known what comes after such an answer: the next time nobody else is held for that long.
     */
    private synchronized void learnsFromSilence(Duration quiet) {
        if (!comesAfterTheEnd && quiet.compareTo(script.sequels().settle()) >= 0) {
            endings.waitedFor().stream()
                    .filter(contender -> !lost.contains(contender) && endings.mayBeOver(contender))
                    .forEach(endings::ends);
        }
    }
}
