package dev.photofinish.explorer.attribution;

import com.mongodb.MongoException;
import dev.photofinish.explorer.mongo.Upsert;
import dev.photofinish.explorer.mongo.UpsertStop;
import dev.photofinish.explorer.step.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNumber;

/**
 * Makes two steps of an upsert that finds nothing: it is stopped between its look and its insert, and held there as before any
 * command.
 *
 * <pre>
 *   held ─▶ sent, the stop is on ─▶ answered: it had found a document        one step; the stop is off again
 *                     └───────────▶ stopped: "found nothing" ─▶ held ─▶ the stop is off ─▶ answered
 * </pre>
 *
 * <p>The server lets all go on at once that it has stopped. So when one of several is let insert, the others insert as well; their
 * answers are kept until they are let go themselves. What the first does between its insert and theirs is therefore not seen
 * without theirs: everything that is seen has happened, but not everything that can happen is.
 *
 * <p>One an execution. Any thread may call; the stop is asked on threads of its own, since its callers may not wait. The state is
 * guarded by one lock, switching the stop by another, which is taken before it.
 */
public final class Halfway {

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** How long the first waits for the inserts that were let go with its own; one may be blocked behind a transaction. */
    private static final long TOGETHER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Optional<UpsertStop> stop;
    private final Runnable inUse;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition answered = lock.newCondition();
    private final ReentrantLock switching = new ReentrantLock();
    private final Map<String, Way> ways = new HashMap<>();
    /** That it is, or is about to be: guarded by the lock. */
    private boolean on;
    /** Guarded by that for switching. */
    private boolean switchedOn;

    private boolean over;

    /**
     * @param stop empty where none can be had
     * @param inUse told when upserts are about to be stopped
     */
    public Halfway(Optional<UpsertStop> stop, Runnable inUse) {
        this.stop = stop;
        this.inUse = inUse;
    }

    /** How far the upsert of a contender has come; guarded by the lock. */
    private static final class Way {

        private Reached reached = Reached.LOOKING;
        private boolean letGo;
        private Optional<Runnable> answer = Optional.empty();
    }

    private enum Reached {
        LOOKING,
        STOPPED,
        INSERTING,
        OVER
    }

    /** Where an upsert has been stopped. */
    @FunctionalInterface
    interface Stopped {

        /** @param insert the step that is left */
        void before(Command insert);
    }

    /** Whether a command is two steps here; of one that wants no answer nobody could tell when it has been stopped. */
    boolean splits(Command command, BsonDocument sent) {
        return stop.isPresent() && isAnswered(sent) && Upsert.hasTwoSteps(command, sent);
    }

    static boolean isAnswered(BsonDocument sent) {
        return !(sent.get("writeConcern") instanceof BsonDocument concern
                && concern.get("w") instanceof BsonNumber w
                && w.intValue() == 0);
    }

    /** Whether upserts can be stopped here at all. */
    boolean isThere() {
        return stop.isPresent();
    }

    /** Whether a command is to be stopped before it inserts; any other upsert is, too, while another stands there. */
    enum Kind {
        ONE_STEP,
        TWO_STEPS,
        /** It wants no answer, and is never stopped. */
        UNANSWERED
    }

    /**
     * A command on its way.
     *
     * @param sentFrom the gate's own end of its connection
     */
    record Going(Command command, Kind kind, String sentFrom, Runnable proceed) {}

    /** Sends a contender's command. */
    void send(String contender, Going going, Stopped stopped) {
        Optional<Way> way = locked(() -> begins(contender, going));
        if (way.isEmpty()) {
            going.proceed().run();
            return;
        }
        aside(() -> {
            switchOn();
            going.proceed().run();
            watch(way.get(), going.command(), going.sentFrom(), stopped);
        });
    }

    private Optional<Way> begins(String contender, Going going) {
        boolean mayStop = going.kind() == Kind.TWO_STEPS
                || (on && going.kind() != Kind.UNANSWERED && Upsert.mayBeIn(going.command()));
        if (over || stop.isEmpty() || !mayStop) {
            return Optional.empty();
        }
        on = true;
        Way way = new Way();
        ways.put(contender, way);
        return Optional.of(way);
    }

    private void watch(Way way, Command command, String address, Stopped stopped) {
        while (locked(() -> !over && way.reached == Reached.LOOKING)) {
            if (isHeld(address) && locked(() -> stops(way))) {
                stopped.before(Upsert.insert(command));
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean stops(Way way) {
        boolean stops = !over && way.reached == Reached.LOOKING;
        way.reached = stops ? Reached.STOPPED : way.reached;
        return stops;
    }

    /**
     * The answer to a contender's command has come.
     *
     * @param answer gives it on, once it may be known
     */
    void answered(String contender, Runnable answer) {
        Optional<Runnable> now = locked(() -> whatFollows(contender, answer));
        now.ifPresent(Runnable::run);
    }

    private Optional<Runnable> whatFollows(String contender, Runnable answer) {
        Way way = ways.get(contender);
        if (way == null || over) {
            return Optional.of(answer);
        }
        if (way.reached == Reached.LOOKING) {
            // it had found a document, or was refused
            way.reached = Reached.OVER;
            ways.remove(contender);
            return Optional.of(ways.isEmpty() ? () -> aside(() -> switchOffAnd(answer)) : answer);
        }
        way.answer = Optional.of(answer);
        answered.signalAll();
        return Optional.empty();
    }

    private void switchOffAnd(Runnable answer) {
        switchOff();
        answer.run();
    }

    /** A contender may insert, if it has not done so already with another. */
    void inserts(String contender) {
        aside(() -> {
            if (locked(() -> isFirstToInsert(contender))) {
                switchOff();
            }
            answerOf(contender).ifPresent(Runnable::run);
        });
    }

    private boolean isFirstToInsert(String contender) {
        ways.values().stream().filter(way -> way.reached == Reached.STOPPED).forEach(way -> way.letGo = true);
        Optional.ofNullable(ways.get(contender)).ifPresent(way -> way.reached = Reached.INSERTING);
        return on;
    }

    /** Waits until it is there, and for a while until all are that were let go with it. */
    private Optional<Runnable> answerOf(String contender) {
        return locked(() -> {
            long left = TOGETHER_NANOS;
            while (!over && isAwaited(contender, left > 0)) {
                left = await(left > 0 ? left : TOGETHER_NANOS);
            }
            return Optional.ofNullable(ways.remove(contender)).flatMap(way -> way.answer);
        });
    }

    private boolean isAwaited(String contender, boolean withOthers) {
        Way own = ways.get(contender);
        boolean ownIsDue = own != null && own.answer.isEmpty();
        return ownIsDue || (withOthers && ways.values().stream().anyMatch(way -> way.letGo && way.answer.isEmpty()));
    }

    @SuppressWarnings("WaitNotInLoop") // whoever calls it loops
    private long await(long nanos) {
        try {
            return answered.awaitNanos(nanos);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of an execution's upserts", e);
        }
    }

    /** Nothing is held any more, and nothing kept. */
    void end() {
        List<Runnable> kept = new ArrayList<>();
        boolean wasOn = locked(() -> {
            over = true;
            ways.values().forEach(way -> way.answer.ifPresent(kept::add));
            ways.clear();
            answered.signalAll();
            return on;
        });
        if (wasOn) {
            switchOff();
        }
        kept.forEach(Runnable::run);
    }

    /** To switch it on again would let those go that stand there. */
    private void switchOn() {
        switching.lock();
        try {
            if (!switchedOn && locked(() -> on)) {
                switchedOn = true;
                stop.ifPresent(UpsertStop::on);
                inUse.run();
            }
        } catch (MongoException gone) {
            // Nobody stops on a server that is gone; that it is will show.
        } finally {
            switching.unlock();
        }
    }

    private void switchOff() {
        switching.lock();
        try {
            locked(() -> on = false);
            switchedOn = false;
            stop.ifPresent(UpsertStop::off);
        } catch (MongoException gone) {
            // Nobody stands on a server that is gone.
        } finally {
            switching.unlock();
        }
    }

    private boolean isHeld(String address) {
        try {
            return stop.filter(failpoint -> failpoint.holds(address)).isPresent();
        } catch (MongoException gone) {
            return false;
        }
    }

    private static void aside(Runnable task) {
        var unused = Thread.ofVirtual().name("photofinish-upsert").start(task);
    }

    private <T> T locked(Supplier<T> guarded) {
        lock.lock();
        try {
            return guarded.get();
        } finally {
            lock.unlock();
        }
    }
}
