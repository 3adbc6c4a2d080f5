package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer that stands still until time is said to pass; what is planned happens in whoever says so. */
final class ManualTimer extends ScheduledThreadPoolExecutor {

    private final List<Plan> plans = new ArrayList<>();
    private long now;

    ManualTimer() {
        super(0);
    }

    private static final class Plan extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long atNanos;

        Plan(Runnable task, long atNanos) {
            super(task, null);
            this.atNanos = atNanos;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        Plan plan = new Plan(task, now + unit.toNanos(delay));
        plans.add(plan);
        return plan;
    }

    void passes(Duration time) {
        long end = now + time.toNanos();
        while (true) {
            Plan next = plans.stream()
                    .filter(plan -> plan.atNanos <= end)
                    .min(Comparator.comparingLong(plan -> plan.atNanos))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            plans.remove(next);
            now = next.atNanos;
            next.run();
        }
    }
}
