package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.mongo.Upsert;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private static final Answer FOUND_NOTHING = new Answer(Answer.Effect.READ, "nothing; about to insert");

    private final Script script;
    private final Gatekeeper gatekeeper;
    private final UnderWay underWay;
    private final Hesitation.Pauses pauses;
    private final ScheduledExecutorService timer;
    private final Halfway halfway;
    private final Transactions transactions = new Transactions();
    private final Cursors cursors = new Cursors();
    private final Ownership ownership;
    private final Hesitation hesitation = new Hesitation();
    private final Reactions reactions = new Reactions();
    private final List<Arrival> undecided = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private int unread;
    private boolean over;

    public Attribution(
            Script script,
            Gatekeeper gatekeeper,
            UnderWay underWay,
            Hesitation.Pauses pauses,
            ScheduledExecutorService timer,
            Halfway halfway) {
        this.script = script;
        this.gatekeeper = gatekeeper;
        this.underWay = underWay;
        this.pauses = pauses;
        this.timer = timer;
        this.halfway = halfway;
        this.ownership = new Ownership(script.habits(), transactions, cursors);
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
        boolean inTwo = halfway.splits(command, arrival.sent());
        arrival.isRead(inTwo ? Upsert.look(command) : command, inTwo);
        script.tally().writes(command);
        if (!over && script.ignores(arrival.sent())) {
            script.tally().ignored(arrival.sent());
            arrival.pass();
        } else {
            decide(arrival);
        }
    }

    private void decide(Arrival arrival) {
        if (over) {
            arrival.pass();
            return;
        }
        switch (ownership.of(arrival.command(), arrival.sent(), System.nanoTime())) {
            case Ownership.Opinion.Certain certain -> give(certain.owner(), arrival);
            case Ownership.Opinion.Late late -> give(late.owner(), arrival);
            case Ownership.Opinion.Nobodys nobodys -> {
                script.tally().unowned(arrival.sent());
                arrival.pass();
            }
            case Ownership.Opinion.Undecided undecidable -> {
                undecided.add(arrival);
                later(UNDECIDED, () -> guess(arrival));
            }
        }
    }

    private synchronized void guess(Arrival arrival) {
        if (!undecided.remove(arrival)) {
            return;
        }
        if (over || ownership.running().size() < 2) {
            decide(arrival);
            return;
        }
        String owner = ownership.guess(arrival.command());
        script.tally()
                .note(
                        "%s came while %s were running, one of them after it had been blocked in the application; it was taken for one of %s."
                                .formatted(arrival.command().name(), String.join(" and ", ownership.running()), owner));
        give(owner, arrival);
    }

    private void give(String contender, Arrival arrival) {
        reactions.acts(contender, System.nanoTime());
        arrival.belongsTo(contender);
        ownership.takes(contender, arrival.command(), arrival.sent());
        tell(contender, pauses.afterCommand(), () -> gatekeeper.arrived(contender, arrival.command(), arrival));
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
        ownership.runs(contender);
        gatekeeper.started(contender);
    }

    public synchronized void finished(String contender) {
        reactions.acts(contender, System.nanoTime());
        tell(contender, pauses.afterAnswer(), () -> gatekeeper.finished(contender));
    }

    /** Where everybody stands while nobody runs, but for those who wait in the application: they may go on at any time. */
    public synchronized void settled(Situation situation) {
        for (String contender : ownership.running()) {
            Standing standing = situation.standings().get(contender);
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

    void sends(String contender, Arrival arrival, Door door) {
        underWay.begins(contender, door.sentFrom());
        // who sends several commands at once has settled by falling silent, which nothing here has been told
        settled(gatekeeper.situation());
        halfway.send(
                contender,
                arrival,
                door,
                insert -> gatekeeper.atOnce(() -> {
                    underWay.ends(contender);
                    gatekeeper.replied(contender, FOUND_NOTHING, new Delivery(() -> {}));
                    gatekeeper.arrived(contender, insert, arrival.insert());
                }));
    }

    /** Its upsert had been stopped. */
    void inserts(String contender, String sentFrom) {
        underWay.begins(contender, sentFrom);
        halfway.inserts(contender);
    }

    /** It has never stopped running. */
    void repliesToNobody(String contender) {
        gatekeeper.replied(contender, Script.NO_ANSWER_WANTED, new Delivery(() -> {}));
    }

    void replied(String contender, Arrival to, BsonDocument reply, Runnable delivery) {
        halfway.answered(contender, () -> isAnswered(contender, to, reply, delivery));
    }

    private void isAnswered(String contender, Arrival to, BsonDocument reply, Runnable delivery) {
        underWay.ends(contender);
        if (script.endsTransaction(to.command(), reply)) {
            transactions.ended(to.sent());
        }
        cursors.answered(contender, reply);
        Answer answer = script.answer(to.command(), reply);
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
    }

    /** From now on everything passes. */
    public void end() {
        List<Arrival> left;
        synchronized (this) {
            over = true;
            left = List.copyOf(undecided);
            undecided.clear();
            hesitation.takeAll().forEach(Runnable::run);
        }
        halfway.end();
        left.forEach(Arrival::pass);
    }

    private void later(Duration delay, Runnable task) {
        try {
            var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The gate is closed, and nothing comes any more that would be worth waiting for.
            task.run();
        }
    }

    /** A reply on its way back. Whoever waits for it gets it in any case: it is true. */
    private record Delivery(Runnable reply) implements Passage {

        @Override
        public void proceed() {
            reply.run();
        }

        @Override
        public void drop() {
            reply.run();
        }
    }
}
