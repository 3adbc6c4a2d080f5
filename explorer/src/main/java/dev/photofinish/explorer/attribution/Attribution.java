package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/**
 * Tells the gatekeeper what each contender does in one execution, and lets pass what none of them does.
 *
 * <p>Called on event loops, by the contenders' threads, by the scheduler's and by a timer. All state is guarded by this object;
 * nothing is done under it that waits. The gatekeeper has a lock of its own, always taken after this one.
 */
public final class Attribution implements Stage {

    /** How long a command that may be of several is left undecided: as long as an answer takes to become a contender's end. */
    private static final Duration UNDECIDED = Duration.ofMillis(20);

    /** How long to wait for a command that is being read; it may be one more of the same contender. */
    private static final Duration UNREAD = Duration.ofMillis(1);

    /** A contender that does nothing for so long while a command waits has sent that, and gets no further without it. */
    private static final Duration PROOF = Duration.ofMillis(500);

    private final Script script;
    private final Gatekeeper gatekeeper;
    private final UnderWay underWay;
    private final Pace pace;
    private final Hesitation.Pauses pauses;
    private final ScheduledExecutorService timer;
    private final Stepwise stepwise;
    private final Transactions transactions = new Transactions();
    private final Cursors cursors = new Cursors();
    private final Ownership ownership;
    private final Hesitation hesitation = new Hesitation();
    private final Reactions reactions = new Reactions();
    private final Endings endings;
    private final List<Arrival> undecided = new ArrayList<>();
    private final Map<String, Encores> encores = new HashMap<>();
    private final Suspects suspects = new Suspects();
    private final Set<String> lost = new HashSet<>();
    /** Whether a client has given up on a request, on which the application may still work. */
    private boolean givenUp;

    private final Calm calm = new Calm();
    private int unread;
    /** When the last answer came. */
    private long answeredNanos = System.nanoTime();

    private boolean over;

    public Attribution(
            Script script,
            Gatekeeper gatekeeper,
            UnderWay underWay,
            Pace pace,
            Hesitation.Pauses pauses,
            ScheduledExecutorService timer,
            Halfway halfway) {
        this.script = script;
        this.gatekeeper = gatekeeper;
        this.underWay = underWay;
        this.pace = pace;
        this.pauses = pauses;
        this.timer = timer;
        this.stepwise = new Stepwise(script, gatekeeper, underWay, halfway);
        this.endings = new Endings(script.sequels(), script.habits(), transactions);
        this.ownership = new Ownership(
                script.habits(), transactions, cursors, script.background(), endings, pace, gatekeeper::gathering);
    }

    public Transactions transactions() {
        return transactions;
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
        Arrival arrival = new Arrival(sent, door, this);
        synchronized (this) {
            unread++;
        }
        script.read(sent, command -> read(arrival, command));
        return Optional.of(arrival);
    }

    private synchronized void read(Arrival arrival, Command command) {
        unread--;
        arrival.isRead(command, stepwise.of(command, arrival.sent()));
        calm.stirs();
        if (!over && script.ignores(arrival.sent())) {
            script.tally().ignored(arrival.sent());
            script.tally().writesIgnored(command);
            arrival.pass();
        } else {
            decide(arrival);
        }
    }

    private void decide(Arrival arrival) {
        if (over || script.lateness().isOpen()) {
            isTooLate(arrival);
            passes(arrival);
            return;
        }
        decide(arrival, ownership.of(arrival.whole(), arrival.sent(), System.nanoTime()));
    }

    /** Unless the reading of the result has asked for it. */
    private void isTooLate(Arrival arrival) {
        Command command = arrival.whole();
        if (script.lateness().isOpen()) {
            script.lateness().comes(command);
        } else if (!isUsual(arrival)) {
            script.lateness().suspect(command, Duration.ofNanos(System.nanoTime() - answeredNanos));
        }
    }

    private void decide(Arrival arrival, Ownership.Opinion opinion) {
        Command command = arrival.whole();
        switch (opinion) {
            case Ownership.Opinion.Certain certain -> give(certain.owner(), arrival);
            case Ownership.Opinion.Late late -> give(late.owner(), arrival);
            case Ownership.Opinion.Nobodys nobodys -> isNobodys(arrival);
            case Ownership.Opinion.ToBeProven proof -> {
                suspects.add(arrival, proof.contender());
                later(proof(arrival), () -> isProven(arrival));
            }
            case Ownership.Opinion.Anybodys anybodys -> {
                passes(arrival);
                anybodys.contenders().forEach(each -> lost(each, Sentences.anybodys(command, anybodys.contenders())));
            }
            case Ownership.Opinion.LeftOver leftOver -> {
                passes(arrival);
                script.tally()
                        .doubt(Sentences.leftOver(command, script.sequels().settle()));
                ownership
                        .everybody()
                        .forEach(each -> lost(
                                each,
                                Sentences.leftOver(command, script.sequels().settle())));
            }
            case Ownership.Opinion.Undecided undecidable -> {
                undecided.add(arrival);
                later(UNDECIDED, () -> guess(arrival));
            }
        }
    }

    /** What it writes has to be put back, unless the application does it all the time. */
    private void passes(Arrival arrival) {
        if (script.background().has(arrival.whole(), arrival.sent())) {
            script.disown(arrival.sent());
        } else if (script.ignores(arrival.sent())) {
            script.tally().writesIgnored(arrival.whole());
        } else {
            script.tally().writes(arrival.whole());
        }
        arrival.pass();
    }

    private void isNobodys(Arrival arrival) {
        script.tally().unowned(arrival.sent());
        script.disown(arrival.sent());
        passes(arrival);
    }

    /** Its silence speaks, unless it is held: then it could not have done anything. */
    private synchronized void isProven(Arrival arrival) {
        Optional<String> suspected = suspects.whose(arrival);
        if (suspected.isEmpty()) {
            return;
        }
        String contender = suspected.get();
        if (!ownership.running().contains(contender)) {
            later(PROOF, () -> isProven(arrival));
            return;
        }
        Suspects.Ruling ruling = suspects.rule(contender, this::isUsual);
        ruling.others().forEach(each -> isNotOf(contender, each));
        ruling.own().forEach(each -> give(contender, each));
        ruling.undecided().ifPresent(each -> lost(contender, Sentences.perhapsTheBackgrounds(contender, each.whole())));
    }

    /** Who does the same all the time must have had the time to do it again. */
    private Duration proof(Arrival arrival) {
        return isUsual(arrival)
                ? Sequels.longer(
                        PROOF, script.background().rhythm(arrival.whole()).multipliedBy(2))
                : PROOF;
    }

    private boolean isUsual(Arrival arrival) {
        return script.background().has(arrival.whole(), arrival.sent());
    }

    /** It has gone on: what it was suspected of having sent is not its own. */
    private void goesOn(String contender) {
        suspects.takeOf(contender).forEach(innocent -> isNotOf(contender, innocent));
    }

    private void isNotOf(String contender, Arrival innocent) {
        Ownership.Opinion other = ownership.ofAnother(contender, innocent.whole());
        if (other instanceof Ownership.Opinion.Nobodys) {
            script.goesOnWithout(contender, innocent.whole(), innocent.sent());
        }
        decide(innocent, other);
    }

    private synchronized void guess(Arrival arrival) {
        if (!undecided.remove(arrival)) {
            return;
        }
        if (over || ownership.running().size() < 2) {
            decide(arrival);
            return;
        }
        String owner = ownership.guess(arrival.whole());
        script.tally()
                .note(
                        "%s came while %s were running, one of them after it had been blocked in the application; it was taken for one of %s."
                                .formatted(arrival.command().name(), String.join(" and ", ownership.running()), owner));
        give(owner, arrival);
    }

    private void give(String contender, Arrival arrival) {
        long now = System.nanoTime();
        if (endings.isAloneAfterItsAnswer(contender)) {
            List<Encores.Encore> all =
                    encores.computeIfAbsent(contender, unseen -> new Encores()).add(arrival.sent(), now);
            if (!all.isEmpty()) {
                isTheBackgrounds(contender, arrival, all);
                return;
            }
        }
        String shape = arrival.whole().shape();
        goesOn(contender);
        reactions.acts(contender, now);
        boolean surprise = endings.isSurprisedBy(contender, shape);
        arrival.belongsTo(contender);
        script.tally().writes(arrival.whole());
        ownership.takes(contender, arrival.whole(), arrival.sent());
        endings.visit(contender).sends(shape, now);
        if (surprise) {
            endings.ends(contender);
            lost(contender, Sentences.surprise(contender, arrival.whole()));
        }
        tell(contender, pauses.afterCommand(), () -> gatekeeper.arrived(contender, arrival.command(), arrival));
    }

    private void isTheBackgrounds(String contender, Arrival arrival, List<Encores.Encore> all) {
        script.isTheBackgrounds(arrival.whole(), all);
        pace.forget();
        isNobodys(arrival);
        lost(contender, Sentences.withoutEnd(contender, arrival.whole()));
    }

    /** The gatekeeper is told what a contender has done, at once or when it is quiet. */
    private void tell(String contender, Duration quiet, Runnable event) {
        int count = hesitation.add(contender, event);
        if (over || quiet.isZero()) {
            tellWhenQuiet(contender, count);
        } else {
            later(quiet, () -> tellWhenQuiet(contender, count));
        }
    }

    private synchronized void tellWhenQuiet(String contender, int count) {
        if (unread > 0 && !over) {
            later(UNREAD, () -> tellWhenQuiet(contender, count));
        } else if (hesitation.nothingSince(contender, count)) {
            settles(contender);
            List<Runnable> events = hesitation.take(contender);
            gatekeeper.atOnce(() -> events.forEach(Runnable::run));
        }
    }

    private void settles(String contender) {
        ownership.runsNot(contender, System.nanoTime());
        // who is left may be the only one who can have sent them
        List<Arrival> again = ownership.running().size() < 2 ? List.copyOf(undecided) : List.of();
        undecided.removeAll(again);
        again.forEach(this::decide);
    }

    public synchronized void started(String contender) {
        reactions.mayGoOn(contender, System.nanoTime());
        endings.begins(contender);
        ownership.runs(contender);
        gatekeeper.started(contender);
    }

    /** The contender has its answer; what it does after that is its own, too. */
    public synchronized void finished(String contender, Told told) {
        long now = System.nanoTime();
        calm.stirs();
        goesOn(contender);
        reactions.acts(contender, now);
        answeredNanos = now;
        endings.visit(contender).isAnswered(told, now);
        givenUp |= told.equals(Told.NOTHING_IN_TIME);
        if (over) {
            tell(contender, Duration.ZERO, () -> gatekeeper.finished(contender));
        } else {
            gatekeeper.answered(contender);
            expect(contender);
        }
    }

    /** Waits for what a contender that has its answer is known to do next, if nothing of it is open. */
    private void expect(String contender) {
        if (!endings.mayBeOver(contender)) {
            return;
        }
        int deeds = endings.visit(contender).deeds();
        Duration patience = Sequels.longer(pauses.afterAnswer(), endings.patience(contender));
        if (patience.isZero()) {
            isOver(contender);
        } else {
            later(patience, () -> isOverUnless(contender, deeds));
        }
    }

    private synchronized void isOverUnless(String contender, int deeds) {
        if (over || endings.visit(contender).deeds() != deeds) {
            return;
        }
        if (unread > 0) {
            later(UNREAD, () -> isOverUnless(contender, deeds));
        } else {
            isOver(contender);
        }
    }

    private void isOver(String contender) {
        endings.ends(contender);
        tell(contender, Duration.ZERO, () -> gatekeeper.finished(contender));
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
        if (lost.add(contender)) {
            gatekeeper.lost(contender, why);
        }
    }

    /** A command of an execution will have no answer any more. */
    void isGone() {
        calm.ends();
    }

    void sends(String contender, Arrival arrival, Door door) {
        calm.begins();
        underWay.begins(contender, door.sentFrom());
        // who sends several commands at once has settled by falling silent, which nothing here has been told
        settled(gatekeeper.situation());
        stepwise.send(contender, arrival, door);
    }

    /** It has never stopped running. */
    void repliesToNobody(String contender) {
        calm.ends();
        gatekeeper.replied(contender, Script.NO_ANSWER_WANTED, new Delivery(() -> mayBeOver(contender)));
    }

    /** Whosever it is. */
    void answered(Arrival to, BsonDocument reply) {
        script.answered(to.sent(), reply);
    }

    void replied(String contender, Arrival to, BsonDocument reply, Runnable delivery) {
        stepwise.answered(contender, () -> isAnswered(contender, to, reply, delivery));
    }

    private void isAnswered(String contender, Arrival to, BsonDocument reply, Runnable delivery) {
        calm.ends();
        underWay.ends(contender);
        if (script.endsTransaction(to.command(), reply)) {
            transactions.ended(to.sent());
        }
        cursors.answered(contender, reply);
        Answer answer = to.lastAnswer().orElseGet(() -> script.answer(to.command(), reply));
        Delivery resumes = new Delivery(() -> {
            resumes(contender);
            delivery.run();
        });
        if (script.invitesToRetry(reply)) {
            gatekeeper.conflicted(contender, answer, resumes);
        } else {
            gatekeeper.replied(contender, answer, resumes);
        }
    }

    private synchronized void resumes(String contender) {
        reactions.mayGoOn(contender, System.nanoTime());
        ownership.runs(contender);
        mayBeOver(contender);
    }

    private synchronized void mayBeOver(String contender) {
        endings.visit(contender).mayGoOn(System.nanoTime());
        if (!over) {
            expect(contender);
        }
    }

    /** Everybody is over. Waits for what may still come where the application is suspected to write later than that; seldom. */
    public void awaitLatecomers() throws InterruptedException {
        script.lateness().await();
    }

    /** From now on everything passes. */
    public void end() {
        List<Arrival> left;
        synchronized (this) {
            over = true;
            left = Stream.concat(undecided.stream(), suspects.takeAll().stream())
                    .toList();
            undecided.clear();
            hesitation.takeAll().forEach(Runnable::run);
            endings.waitedFor().forEach(gatekeeper::finished);
        }
        stepwise.end();
        left.forEach(this::passes);
    }

    /**
     * Waits, after everything has been let go, until nothing more can come of this execution, within a bound.
     *
     * @return why that cannot be said, in a sentence
     */
    public Optional<String> awaitCalm(Duration bound) throws InterruptedException {
        Duration quiet;
        synchronized (this) {
            quiet = lost.isEmpty() && !givenUp ? endings.patienceForAll() : endings.patienceForTheUnknown();
        }
        return calm.await(quiet, Sequels.longer(bound, quiet.multipliedBy(2)))
                ? Optional.empty()
                : Optional.of(
                        "The application still works on requests of an earlier schedule, on which their clients have"
                                + " given up, so that what it does cannot be told apart from the next one's.");
    }

    private void later(Duration delay, Runnable task) {
        try {
            var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The gate is closed, and nothing comes any more that would be worth waiting for.
            task.run();
        }
    }
}
