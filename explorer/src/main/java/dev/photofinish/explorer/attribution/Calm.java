package dev.photofinish.explorer.attribution;

import java.time.Duration;

/** Since when nothing has come of an execution, and whether something of it is still in the database. Any thread: one lock. */
final class Calm {

    private long stirredNanos = System.nanoTime();
    private int underWay;

    /** Something has come. */
    synchronized void stirs() {
        stirredNanos = System.nanoTime();
    }

    /** A command goes to the database. */
    synchronized void begins() {
        underWay++;
        stirs();
    }

    /** The database has answered it. */
    synchronized void ends() {
        underWay--;
        stirs();
        notifyAll();
    }

    /**
     * Waits until nothing is under way and nothing has come for a time.
     *
     * @return whether it came to that within the bound
     */
    synchronized boolean await(Duration quiet, Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        if (quiet.isZero()) {
            return true;
        }
        while (true) {
            long now = System.nanoTime();
            long left = underWay > 0 ? end - now : stirredNanos + quiet.toNanos() - now;
            if (left <= 0) {
                return underWay == 0;
            }
            if (now >= end) {
                return false;
            }
            wait(Math.max(1, Math.min(left, end - now) / 1_000_000));
        }
    }
}
