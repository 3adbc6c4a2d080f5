package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.wire.protocol.CommandMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;

/**
 * Says whose a command is, in one execution. Neither the connection nor the session tells, since an application shares both
 * between its requests; so:
 *
 * <ul>
 *   <li>a command of an explicit transaction is its who began the transaction;
 *   <li>any other is its who runs: at most one contender does, since all others are held, blocked in the database or finished;
 *   <li>one that was blocked in the application (a lock, an exhausted pool) runs again, beside another, as soon as that one
 *       moves. Then one waits a little: if the other finishes meanwhile, the command was not its own. Otherwise what the
 *       contenders have done in other executions decides, and in the end it is taken for the other's. That is an assumption,
 *       and noted;
 *   <li>a command that comes while nobody runs is a late one of who settled last, or, later than that, nobody's (a scheduled
 *       job): it passes and is counted.
 * </ul>
 *
 * <p>Called on event loops, by the contenders' threads, by the scheduler's and by a timer. All state is guarded by this object;
 * nothing is done under it that waits. The gatekeeper has a lock of its own, always taken after this one.
 */
final class Attribution implements Stage {

    /** How long a command that may be of several is left undecided: as long as an answer takes to become a contender's end. */
    private static final Duration UNDECIDED = Duration.ofMillis(20);

    /** How long to wait for a command that is being read; it may be one more of the same contender. */
    private static final Duration UNREAD = Duration.ofMillis(1);

    private static final Passage NOTHING_TO_DELIVER = new Passage() {
        @Override
        public void proceed() {}

        @Override
        public void drop() {}
    };

    private final Script script;
    private final Gatekeeper gatekeeper;
    private final Duration quiet;
    private final ScheduledExecutorService timer;
    private final Lobby lobby = new Lobby();
    private final Transactions transactions = new Transactions();
    private final Hesitation hesitation = new Hesitation();
    private final List<Arrival> undecided = new ArrayList<>();
    private final Map<String, String> underWayFrom = new ConcurrentHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private int unread;
    private boolean over;

    /** @param quiet a contender has settled when it has done nothing for so long; zero: at once */
    Attribution(Script script, Gatekeeper gatekeeper, Duration quiet, ScheduledExecutorService timer) {
        this.script = script;
        this.gatekeeper = gatekeeper;
        this.quiet = quiet;
        this.timer = timer;
    }

    Transactions transactions() {
        return transactions;
    }

    /** The gate's address on the connection on which the contender's command is under way. */
    Optional<String> underWayFrom(String contender) {
        return Optional.ofNullable(underWayFrom.get(contender));
    }

    synchronized boolean nobodyHasStepped() {
        return lobby.nobodyHasStepped();
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public Optional<Part> arrived(CommandMessage message, Stage.Door door) {
        BsonDocument sent = message.document();
        if (sent.isEmpty() || script.isHousekeeping(sent)) {
            return Optional.empty();
        }
        Arrival arrival = new Arrival(message, door);
        synchronized (this) {
            unread++;
        }
        script.read(message, command -> read(arrival, command));
        return Optional.of(arrival);
    }

    private synchronized void read(Arrival arrival, Command command) {
        unread--;
        script.tally().writes(command);
        BsonDocument sent = arrival.message.document();
        if (over) {
            arrival.pass();
        } else if (script.ignores(sent)) {
            script.tally().ignored(sent);
            arrival.pass();
        } else {
            decide(arrival.as(command));
        }
    }

    private void decide(Arrival arrival) {
        List<String> running = lobby.running();
        Optional<String> certain = transactions
                .owner(arrival.command(), arrival.message.document())
                .or(() -> running.size() == 1 ? Optional.of(running.getFirst()) : Optional.empty());
        if (certain.isPresent()) {
            script.habits().learn(lobby.next(certain.get()), arrival.command().shape());
            give(certain.get(), arrival);
        } else if (running.isEmpty()) {
            ofNobodyRunning(arrival);
        } else {
            undecided.add(arrival);
            later(UNDECIDED, () -> guess(arrival));
        }
    }

    private void ofNobodyRunning(Arrival arrival) {
        Optional<String> latecomer = lobby.latecomer(System.nanoTime());
        if (latecomer.isPresent()) {
            give(latecomer.get(), arrival);
        } else {
            script.tally().unowned(arrival.message.document());
            arrival.pass();
        }
    }

    private synchronized void guess(Arrival arrival) {
        if (!undecided.remove(arrival)) {
            return;
        }
        List<String> running = lobby.running();
        if (over || running.size() < 2) {
            decideAgain(arrival);
            return;
        }
        String owner = script.habits()
                .probableOwner(
                        running.stream().map(lobby::next).toList(),
                        arrival.command().shape())
                .orElse(running.getLast());
        script.tally()
                .note(
                        "%s came while %s were running, one of them after it had been blocked in the application; it was taken for one of %s."
                                .formatted(arrival.command().name(), String.join(" and ", running), owner));
        give(owner, arrival);
    }

    private void decideAgain(Arrival arrival) {
        if (over) {
            arrival.pass();
        } else {
            decide(arrival);
        }
    }

    private void give(String contender, Arrival arrival) {
        arrival.owner = Optional.of(contender);
        lobby.steps(contender);
        transactions.sends(contender, arrival.command(), arrival.message.document());
        tell(contender, () -> gatekeeper.arrived(contender, arrival.command(), arrival));
    }

    /** The gatekeeper is told what a contender has done, at once or when it is quiet. */
    private void tell(String contender, Runnable event) {
        int count = hesitation.add(contender, event);
        if (quiet.isZero()) {
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
            hesitation.take(contender).forEach(Runnable::run);
        }
    }

    private void settles(String contender) {
        lobby.leaves(contender, System.nanoTime());
        // who is left may be the only one who can have sent them
        List<Arrival> again = lobby.running().size() < 2 ? List.copyOf(undecided) : List.of();
        undecided.removeAll(again);
        again.forEach(this::decide);
    }

    synchronized void started(String contender) {
        lobby.enters(contender);
        gatekeeper.started(contender);
    }

    synchronized void finished(String contender) {
        tell(contender, () -> gatekeeper.finished(contender));
    }

    /** The scheduler has seen that it does not run. */
    synchronized void settled(String contender) {
        if (lobby.running().contains(contender)) {
            settles(contender);
        }
    }

    /** Nothing can be said about it any more; what was the first reason stays the reason. */
    synchronized void lost(String contender, String why) {
        settles(contender);
        if (lost.add(contender)) {
            gatekeeper.lost(contender, why);
        }
    }

    /** From now on everything passes. */
    void end() {
        List<Arrival> left;
        synchronized (this) {
            over = true;
            left = List.copyOf(undecided);
            undecided.clear();
        }
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

    /** A command on its way through an execution. */
    private final class Arrival implements Part, Passage {

        private final CommandMessage message;
        private final Stage.Door door;
        private Optional<Command> command = Optional.empty();
        private volatile Optional<String> owner = Optional.empty();

        Arrival(CommandMessage message, Stage.Door door) {
            this.message = message;
            this.door = door;
        }

        Arrival as(Command read) {
            command = Optional.of(read);
            return this;
        }

        Command command() {
            return command.orElseThrow();
        }

        void pass() {
            door.proceed();
        }

        @Override
        public void proceed() {
            owner.ifPresent(name -> underWayFrom.put(name, door.sentFrom()));
            door.proceed();
        }

        @Override
        public void drop() {
            door.drop();
        }

        @Override
        public void replied(Reply reply, Runnable delivery) {
            if (owner.isEmpty()) {
                delivery.run();
                return;
            }
            String contender = owner.get();
            switch (reply) {
                // it has never stopped running
                case Reply.NotWanted none -> gatekeeper.replied(contender, Script.NO_ANSWER_WANTED, NOTHING_TO_DELIVER);
                case Reply.Message is -> answered(is.message().document(), new Delivery(contender, delivery));
            }
        }

        private void answered(BsonDocument reply, Delivery kept) {
            underWayFrom.remove(kept.contender());
            Answer answer = script.answer(command(), reply);
            if (script.endsTransaction(command(), reply)) {
                transactions.ended(message.document());
            }
            if (script.invitesToRetry(reply)) {
                gatekeeper.conflicted(kept.contender(), answer, kept);
            } else {
                gatekeeper.replied(kept.contender(), answer, kept);
            }
        }

        @Override
        public void clientLeft() {
            owner.ifPresent(name -> lost(
                    name,
                    "The application closed the connection on which it was waiting for the answer to %s of %s: it gave up. What had not been sent to the database is never sent."
                            .formatted(command().text(), name)));
        }

        @Override
        public void databaseLeft() {
            owner.ifPresent(name -> lost(
                    name,
                    "The database closed the connection in the middle of %s of %s."
                            .formatted(command().text(), name)));
        }
    }

    /** A reply on its way back: whoever gets it runs again. */
    private final class Delivery implements Passage {

        private final String contender;
        private final Runnable delivery;

        Delivery(String contender, Runnable delivery) {
            this.contender = contender;
            this.delivery = delivery;
        }

        String contender() {
            return contender;
        }

        @Override
        public void proceed() {
            synchronized (Attribution.this) {
                lobby.enters(contender);
            }
            delivery.run();
        }

        @Override
        public void drop() {
            delivery.run();
        }
    }
}
