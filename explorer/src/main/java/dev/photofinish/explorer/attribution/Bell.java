package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The clock of an execution, and what rings when some time has passed; handed in, so that tests need none. Any thread may call. */
public interface Bell {

    /** Nanoseconds since some moment. */
    long nanos();

    /** Does something later, on a thread of its own; at once, on the caller's, if it is too late for that. */
    void rings(Duration later, Runnable task);

    /** The machine's clock. */
    static Bell of(ScheduledExecutorService timer) {
        return new Bell() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void rings(Duration later, Runnable task) {
                try {
                    var unused = timer.schedule(task, later.toNanos(), TimeUnit.NANOSECONDS);
                } catch (RejectedExecutionException e) {
                    // The gate is closed, and nothing comes any more that would be worth waiting for.
                    task.run();
                }
            }
        };
    }
}
