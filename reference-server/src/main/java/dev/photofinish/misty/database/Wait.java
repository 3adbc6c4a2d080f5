package dev.photofinish.misty.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A wait with a name and a bound, for things that can only be asked, again and again, whether they have happened. */
final class Wait {

    private static final long BETWEEN_MILLIS = 5;

    private Wait() {}

    interface Question {
        boolean happened() throws MongodFailure;
    }

    /** @throws MongodFailure if it has not happened in time, or the question throws it */
    static void until(String what, Duration bound, Question question) throws MongodFailure {
        long end = System.nanoTime() + bound.toNanos();
        while (!question.happened()) {
            if (System.nanoTime() - end > 0) {
                throw new MongodFailure("waited " + bound.toSeconds() + " s for " + what + ", in vain");
            }
            pause(what);
        }
    }

    private static void pause(String what) throws MongodFailure {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongodFailure("interrupted while waiting for " + what, e);
        }
    }
}
