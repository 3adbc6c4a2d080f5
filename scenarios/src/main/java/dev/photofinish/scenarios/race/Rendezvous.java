package dev.photofinish.scenarios.race;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The point where contenders wait for each other and are released together, step after step.
 *
 * <pre>
 *   A ── arrive("A", shot) ──┐ waits
 *   B ── arrive("B", shot) ──┴─► starter.release([A's shot, B's shot]) ──► both go on
 * </pre>
 *
 * <p>Each contender has a thread of its own, platform or virtual, and calls {@link #arrive} and {@link #leave} for itself
 * only. Any thread may call {@link #abort}. Whoever completes a gathering, by arriving last or by leaving, runs the
 * starter, on its own thread and with no lock held; nobody returns from {@code arrive} before the starter has.
 *
 * @param <S> what a contender brings along to be released
 */
public final class Rendezvous<S> {

    /** Releases what all contenders brought along, in the order in which the contenders were named. */
    @FunctionalInterface
    public interface Starter<S> {
        void release(List<S> shots) throws Exception;
    }

    private final List<String> order;
    private final Duration patience;
    private final Starter<S> starter;

    private final ReentrantLock lock = new ReentrantLock();
    /** Guarded by the lock, as are the two below. */
    private final Set<String> present;

    private Gathering<S> gathering = new Gathering<>();
    private Optional<String> aborted = Optional.empty();

    /**
     * @param contenders their names, in the order of their release
     * @param patience how long the first to arrive waits for the last, and then for the release itself
     */
    public Rendezvous(List<String> contenders, Duration patience, Starter<S> starter) {
        this.order = List.copyOf(contenders);
        this.present = new LinkedHashSet<>(order);
        this.patience = patience;
        this.starter = starter;
        if (present.size() < order.size()) {
            throw new IllegalArgumentException("Two contenders have the same name: %s.".formatted(order));
        }
    }

    /**
     * Waits until every contender that has not left has arrived and all have been released.
     *
     * @throws RendezvousAbortedException when they were not released: somebody aborted, the starter failed, or a contender
     *     did not arrive in time. Everyone who waits gets the same reason, and so does everyone who arrives later
     * @throws InterruptedException when this thread is interrupted; the others are told
     */
    public void arrive(String contender, S shot) throws RendezvousAbortedException, InterruptedException {
        Gathering<S> mine;
        boolean last;
        lock.lock();
        try {
            requirePresent(contender);
            if (aborted.isPresent()) {
                throw new RendezvousAbortedException(aborted.get());
            }
            mine = gathering;
            if (mine.shots.putIfAbsent(contender, shot) != null) {
                throw new IllegalStateException("Contender %s has arrived already.".formatted(contender));
            }
            last = takeIfComplete();
        } finally {
            lock.unlock();
        }
        if (last) {
            release(mine);
        }
        await(mine);
    }

    /** The contender is through; the others no longer wait for it. A second time has no effect. */
    public void leave(String contender) {
        Gathering<S> left;
        boolean last;
        lock.lock();
        try {
            left = gathering;
            last = present.remove(contender) && takeIfComplete();
        } finally {
            lock.unlock();
        }
        if (last) {
            release(left);
        }
    }

    /**
     * Wakes everyone who waits and turns away everyone who arrives, with this reason. The first reason stays. Who is
     * already being released is not affected.
     */
    public void abort(String reason) {
        Gathering<S> waiting;
        String first;
        lock.lock();
        try {
            waiting = gathering;
            first = aborted.orElse(reason);
            aborted = Optional.of(first);
        } finally {
            lock.unlock();
        }
        waiting.released.completeExceptionally(new RendezvousAbortedException(first));
    }

    private void requirePresent(String contender) {
        if (!present.contains(contender)) {
            throw new IllegalStateException("Contender %s is none of %s, or has left.".formatted(contender, order));
        }
    }

    /** Under the lock. Takes the gathering out of everyone's reach if nobody is missing, and begins the next. */
    private boolean takeIfComplete() {
        boolean complete = aborted.isEmpty()
                && !present.isEmpty()
                && gathering.shots.keySet().containsAll(present);
        if (complete) {
            gathering = new Gathering<>();
        }
        return complete;
    }

    private void release(Gathering<S> complete) {
        try {
            starter.release(complete.shotsIn(order));
            complete.released.complete(true);
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            String reason = "The contenders could not be released: %s".formatted(failure.getMessage());
            complete.released.completeExceptionally(new RendezvousAbortedException(reason, failure));
            abort(reason);
        }
    }

    private void await(Gathering<S> mine) throws RendezvousAbortedException, InterruptedException {
        try {
            if (!ended(mine)) {
                missing(mine).ifPresent(this::abort);
                if (!ended(mine)) {
                    throw new RendezvousAbortedException("The release did not end within %s.".formatted(seconds()));
                }
            }
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new RendezvousAbortedException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException interrupted) {
            abort("A contender was interrupted while it waited for the others.");
            throw interrupted;
        }
    }

    private boolean ended(Gathering<S> mine) throws ExecutionException, InterruptedException {
        try {
            return mine.released.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return false;
        }
    }

    /** Who has not arrived, in a sentence; empty when the last has arrived after all and only the release is awaited. */
    private Optional<String> missing(Gathering<S> mine) {
        lock.lock();
        try {
            if (gathering != mine) {
                return Optional.empty();
            }
            List<String> missing = new ArrayList<>(present);
            missing.removeAll(mine.shots.keySet());
            return Optional.of("%s did not arrive within %s.".formatted(String.join(", ", missing), seconds()));
        } finally {
            lock.unlock();
        }
    }

    private String seconds() {
        return "%s s".formatted(patience.toMillis() / 1000.0);
    }

    /** Those who have arrived for one step. */
    private static final class Gathering<S> {

        /** Written under the lock; read without it once nobody can arrive any more. */
        private final Map<String, S> shots = new ConcurrentHashMap<>();

        /** Completed once: by the release, or by an abort. */
        private final CompletableFuture<Boolean> released = new CompletableFuture<>();

        List<S> shotsIn(List<String> order) {
            return order.stream().filter(shots::containsKey).map(shots::get).toList();
        }
    }
}
