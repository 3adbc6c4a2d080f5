package dev.photofinish.explorer.attribution;

import java.time.Duration;

/**
 * Is up as long as an execution goes on: what is to be done later in it, and what has come of which nobody knows yet what it is.
 * Guarded by the {@link Attribution} that uses it; what is done later is done under that lock, too.
 */
final class Curtain {

    /** How long to wait for a command that is being read; it may be one more of the same contender. */
    private static final Duration UNREAD = Duration.ofMillis(1);

    private final Object lock;
    private final Bell bell;
    private int unread;
    private boolean fallen;

    /** @param lock of the execution; whoever calls anything here holds it */
    Curtain(Object lock, Bell bell) {
        this.lock = lock;
        this.bell = bell;
    }

    /** In nanoseconds since some moment. */
    long now() {
        return bell.nanos();
    }

    void later(Duration delay, Runnable task) {
        bell.rings(delay, () -> underTheLock(task));
    }

    /**
     * Does something when whatever a connection brings by now has been received. Both are done by the event loop, in rounds: first what has
     * come, then what is due. The first ring may fall in the middle of a round, so the second does it.
     */
    void afterAllThatHasCome(Runnable task) {
        bell.rings(Duration.ZERO, () -> later(Duration.ZERO, task));
    }

    private void underTheLock(Runnable task) {
        synchronized (lock) {
            task.run();
        }
    }

    /** A command has come, and is being read. */
    void comes() {
        unread++;
    }

    void isRead() {
        unread--;
    }

    /** Puts a task off while a command is being read; whether it has done so. */
    boolean postpones(Runnable task) {
        boolean waits = unread > 0 && !fallen;
        if (waits) {
            later(UNREAD, task);
        }
        return waits;
    }

    /** From now on everything passes. */
    void falls() {
        fallen = true;
    }

    boolean hasFallen() {
        return fallen;
    }
}
