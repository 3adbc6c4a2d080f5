package dev.photofinish.explorer.oracle;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How far apart in time executions are that are to show what varies. */
public interface Spacing {

    /** They need not be. */
    Spacing NONE = new Spacing() {
        @Override
        public long now() {
            return 0;
        }

        @Override
        public void await(long since) {}

        @Override
        public boolean isLongAgo(long since, long now, long took) {
            return false;
        }
    };

    /** Some are more than a second apart, so that what an application makes of the second is another; none is old. */
    Spacing SECONDS = new Spacing() {

        private static final long APART = Duration.ofMillis(1_100).toNanos();
        private static final long OLD = Duration.ofSeconds(5).toNanos();

        // where they write thousands of documents, two thirds of the time are left for what is to be judged
        private static final long SHARE = 2;

        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void await(long since) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(APART - (System.nanoTime() - since));
        }

        @Override
        public boolean isLongAgo(long since, long now, long took) {
            return now - since > Math.max(OLD, SHARE * took);
        }
    };

    /** In nanoseconds, since some time. */
    long now();

    /** Until it is another second. */
    void await(long since) throws InterruptedException;

    /**
     * Whether times of then and now may differ in more than seconds.
     *
     * @param took how long it takes to do again what was done then
     */
    boolean isLongAgo(long since, long now, long took);
}
