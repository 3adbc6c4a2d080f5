package dev.photofinish.explorer.processes;

import java.time.Duration;

/**
 * How often to look at an application of which nobody has seen yet that it works after its answers: always at first, and then as
 * often as it costs next to nothing; where it is seen at work now and then, always. Any thread: one lock.
 */
final class Thrift {

    /** All executions in which a contest shows its ways for the first time, and as many once more. */
    private static final int AT_FIRST = 100;

    /** The part of all the time that looking may take. */
    private static final int ONE_IN = 50;

    /** Whoever has just answered is awake for a moment, and has to wait for the processor on a busy machine. */
    private static final Duration WORK = Duration.ofMillis(50);

    /** Less often than once in so many looks that is the machine's doing. */
    private static final int SELDOM = 10;

    private int looks;
    private long beganNanos;
    private long spentNanos;
    private int works;

    /** It has been looked at until it slept. */
    synchronized void looked(long fromNanos, long toNanos) {
        if (looks == 0) {
            beganNanos = fromNanos;
        }
        looks++;
        if (toNanos - fromNanos > WORK.toNanos()) {
            works++;
        } else {
            spentNanos += toNanos - fromNanos;
        }
    }

    synchronized boolean allowsAnother(long nowNanos) {
        return works * SELDOM > looks || looks < AT_FIRST || spentNanos * ONE_IN <= nowNanos - beganNanos;
    }
}
