package dev.photofinish.explorer.gate;

import java.time.Duration;
import java.util.concurrent.locks.Condition;

/** The clock by which a gatekeeper waits; handed in, so that tests need none. */
public interface Ticker {

    /** The machine's. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // whoever calls it loops
        public void await(Condition changed, Duration atMost) throws InterruptedException {
            var unused = changed.awaitNanos(atMost.toNanos());
        }
    };

    /** Nanoseconds since some moment. */
    long nanos();

    /** Waits until the condition is signalled, at most so long; may return earlier. Its lock is held. */
    void await(Condition changed, Duration atMost) throws InterruptedException;
}
