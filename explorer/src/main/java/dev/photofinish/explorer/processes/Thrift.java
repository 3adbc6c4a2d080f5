package dev.photofinish.explorer.processes;

import java.time.Duration;

/**
 * How often to look at an application of which nobody has seen yet that it works after its answers: always at first, and then as
 * often as it costs next to nothing; as soon as it was seen at work, always again. Any thread: one lock.
 */
final class Thrift {

    /** All executions in which a contest shows its ways for the first time, and as many once more. */
    private static final int AT_FIRST = 100;

    /** The part of all the time that looking may take. */
    private static final int ONE_IN = 50;

    /** Whoever has just answered is awake for a moment, and has to wait for the processor on a busy machine. */
    private static final Duration WORK = Duration.ofMillis(30);

    private int looks;
    private long beganNanos;
    private long spentNanos;
    private boolean works;

    /** It has been looked at until it slept. */
    synchronized void looked(long fromNanos, long toNanos) {
        if (looks == 0) {
            beganNanos = fromNanos;
        }
        looks++;
        spentNanos += toNanos - fromNanos;
        works |= toNanos - fromNanos > WORK.toNanos();
    }

    synchronized boolean allowsAnother(long nowNanos) {
        return works || looks < AT_FIRST || spentNanos * ONE_IN <= nowNanos - beganNanos;
    }
}
