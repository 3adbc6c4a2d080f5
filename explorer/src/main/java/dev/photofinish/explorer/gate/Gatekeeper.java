package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Holds the contenders of one execution before each of their steps, and lets one of them run at a time.
 *
 * <pre>
 *                 arrived, replied, finished, lost
 *   application ═══ gate ═════════════════════════▶ Gatekeeper ◀── steer, close ── scheduler
 *                     ◀──────── Passage ───────────
 * </pre>
 *
 * The gate's side may be called from any thread and never blocks; it lets the next contender go itself where that is plain. The
 * scheduler's side belongs to one thread: it waits, always within the bounds of {@link Patience}. All state is guarded by one lock, under which no passage and no probe is called.
 */
public final class Gatekeeper implements AutoCloseable {

    /** Whose command was dropped is told so by its driver; if it does not end then, it is not waited for. */
    private static final Duration BROKEN_OFF = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> consequences = new ArrayList<>();
    private int happening;
    private final Field field;
    private final Starter starter;
    private final WaitProbe probe;
    private final Patience patience;
    private final Ticker ticker;
    private boolean closed;
    private boolean brokenOff;

    /**
     * @param contenders their names, in their order
     * @param pace what earlier executions of the contest have taught
     */
    public Gatekeeper(List<String> contenders, WaitProbe probe, Patience patience, Pace pace, Ticker ticker) {
        this.field = new Field(contenders, patience, pace, ticker);
        this.starter = new Starter(field);
        this.probe = probe;
        this.patience = patience;
        this.ticker = ticker;
    }

    /** The contender begins to run. */
    public void started(String contender) {
        happens(contender, one -> {
            field.starts(one);
            if (isBrokenOff()) {
                one.lose(one.name() + " began when it was over.");
            }
            return Gatekeeper::nothing;
        });
    }

    /**
     * A contender's command has come. It proceeds when the contender is let go; a second one before that waits in a queue.
     *
     * @param passage what to do with the command then
     */
    public void arrived(String contender, Command command, Passage passage) {
        happens(contender, one -> {
            if (isBrokenOff()) {
                return passage::drop;
            }
            if (closed) {
                return passage::proceed;
            }
            one.arrived(command, passage, ticker.nanos());
            return Gatekeeper::nothing;
        });
    }

    /**
     * The command that was let go has been answered.
     *
     * @param delivery what to do with the reply: at once as a rule; later if another contender may be running
     */
    public void replied(String contender, Answer answer, Passage delivery) {
        happens(contender, one -> {
            one.inDatabase().ifPresent(step -> field.answered(step, answer));
            return delivered(one, answer, delivery);
        });
    }

    /** Like {@link #replied}; and the database has aborted the transaction, since another was in its way. */
    public void conflicted(String contender, Answer answer, Passage delivery) {
        happens(contender, one -> {
            one.inDatabase().ifPresent(field.fairness()::conflicted);
            return delivered(one, answer, delivery);
        });
    }

    private Runnable delivered(Contender one, Answer answer, Passage delivery) {
        boolean goesOn = closed || one.replied(answer, delivery, ticker.nanos());
        return goesOn ? delivery::proceed : Gatekeeper::nothing;
    }

    /** The contender has its answer, and may still go on: somebody else says when it has {@linkplain #finished finished}. */
    public void answered(String contender) {
        happens(contender, one -> {
            one.answered(ticker.nanos());
            return Gatekeeper::nothing;
        });
    }

    /** The contender has its answer, and nothing more is expected of it. What it still sends is held like all before. */
    public void finished(String contender) {
        happens(contender, one -> {
            one.finished(ticker.nanos());
            field.fairness().finished(contender);
            return Gatekeeper::nothing;
        });
    }

    /**
     * Nothing can be said about the contender any more: its client gave up, its connection broke. What it has at the gate is
     * dropped, by the scheduler's thread.
     *
     * @param why a sentence
     */
    public void lost(String contender, String why) {
        happens(contender, one -> {
            starter.drops(one.clear());
            one.lose(why);
            return Gatekeeper::nothing;
        });
    }

    /**
     * Nothing more is wanted of the execution: whoever has not finished is lost, what is held is dropped and so is what still comes.
     * From any thread.
     *
     * @param why a sentence
     */
    public void breakOff(String why) {
        List<Passage> dropped = locked(() -> {
            brokenOff = true;
            field.stir();
            List<Passage> all = field.loseAll(": " + why);
            changed.signalAll();
            return all;
        });
        dropped.forEach(Passage::drop);
    }

    private void happens(String contender, Function<Contender, Runnable> event) {
        atOnce(() -> {
            field.stir();
            consequences.add(event.apply(field.contender(contender)));
        });
    }

    /** What happens in there happens at once: nobody is let go in between. */
    public void atOnce(Runnable events) {
        List<Runnable> then = locked(() -> {
            happening++;
            try {
                events.run();
            } finally {
                happening--;
            }
            return happening == 0 ? whatFollows() : List.<Runnable>of();
        });
        then.forEach(Runnable::run);
    }

    /** To be done without the lock. */
    private List<Runnable> whatFollows() {
        List<Runnable> all = new ArrayList<>(consequences);
        consequences.clear();
        if (!closed && starter.mayLetGo()) {
            starter.next().forEach(passage -> all.add(passage::proceed));
        }
        if (closed || starter.isNeeded()) {
            changed.signalAll();
        }
        return all;
    }

    /**
     * Waits until everybody who was started is held, blocked, finished or lost.
     *
     * @throws InterruptedException if the exploration is being stopped
     */
    public Situation settle() throws InterruptedException {
        return steer(Steersman.NOBODY);
    }

    /**
     * Lets contenders go, and waits until everybody has settled. The replies of several are kept back until each of them has one
     * or is blocked, and are then delivered one after the other.
     *
     * @throws IllegalArgumentException if one of them is not held before a step
     * @throws InterruptedException if the exploration is being stopped
     */
    public Situation let(Set<String> names) throws InterruptedException {
        return steer(Steersman.once(names));
    }

    /**
     * Waits until everybody has settled, lets those go whom the steersman names, and so on until it names nobody. Where nothing
     * has to be found out about anybody, the thread that brought the last of them to its step lets the next one go, and the
     * scheduler's sleeps on.
     *
     * @throws IllegalArgumentException if one that is named is not held before a step
     * @throws InterruptedException if the exploration is being stopped
     */
    public Situation steer(Steersman steersman) throws InterruptedException {
        locked(() -> starter.follows(new Helm(steersman)));
        try {
            while (true) {
                switch (deed()) {
                    case Deed.Pass pass -> pass.passage().run();
                    case Deed.Look look -> {
                        Sighting sighting = probe.look(look.contender(), look.underWay());
                        locked(() -> field.saw(look, sighting));
                    }
                    case Deed.Rest rest -> {
                        return rest.situation();
                    }
                }
            }
        } finally {
            locked(() -> starter.follows(Helm.left()));
        }
    }

    /** Waits, if need be, until there is something to do. */
    private Deed deed() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<Deed> deed = starter.due();
            while (deed.isEmpty()) {
                ticker.await(changed, starter.leisure());
                deed = starter.due();
            }
            return deed.get();
        } finally {
            lock.unlock();
        }
    }

    /** Where everybody stood when the last wait ended. */
    public Situation situation() {
        return locked(starter::situation);
    }

    /** What came of a contender's step; unknown while it has no answer. */
    public Answer answerOf(String contender, int index) {
        return locked(() -> field.contender(contender).answer(index));
    }

    /**
     * Whether a contender can be waiting for nothing here now: none of its commands is at the gate or in the database, and nobody else
     * is under way.
     */
    public boolean leavesAlone(String contender) {
        return locked(() -> field.all().stream()
                .allMatch(one -> one.name().equals(contender) ? !one.hasACommandHere() : one.over()));
    }

    /** Those that were started and have not finished. */
    public Set<String> unfinished() {
        return locked(() -> field.all().stream()
                .filter(one -> !one.over())
                .map(Contender::name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those of whom a command is here that has no number yet, since they may send more at once. */
    public Set<String> gathering() {
        return locked(() -> field.all().stream()
                .filter(Contender::isGathering)
                .map(Contender::name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether what is held is of no use any more: somebody broke it off, its time was over, or nobody would ever have gone on. */
    private boolean isBrokenOff() {
        return brokenOff || starter.hasExpired();
    }

    /**
     * Holds nobody any more: drops what was lost, lets everything else go, and waits, within a bound and whether or not it is
     * interrupted, until everybody has finished. Whoever has not is then among the {@link #unfinished()}. Where nobody would ever
     * have come to its end, everything is dropped instead: it would go round in circles on the next execution's data.
     */
    @Override
    public void close() {
        List<Runnable> going = locked(() -> {
            brokenOff = brokenOff || starter.isStuck();
            closed = true;
            List<Runnable> all = new ArrayList<>();
            starter.toDrop().forEach(passage -> all.add(passage::drop));
            field.clear().forEach(passage -> all.add(isBrokenOff() ? passage::drop : passage::proceed));
            return all;
        });
        going.forEach(Runnable::run);
        awaitEnd();
    }

    private void awaitEnd() {
        boolean interrupted = false;
        lock.lock();
        try {
            long end = ticker.nanos() + (isBrokenOff() ? BROKEN_OFF : patience.closing()).toNanos();
            for (long left = end - ticker.nanos(); left > 0 && !unfinished().isEmpty(); left = end - ticker.nanos()) {
                try {
                    ticker.await(changed, Duration.ofNanos(left));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T locked(Supplier<T> guarded) {
        lock.lock();
        try {
            return guarded.get();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable guarded) {
        lock.lock();
        try {
            guarded.run();
        } finally {
            lock.unlock();
        }
    }

    private static void nothing() {}
}
