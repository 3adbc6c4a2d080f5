package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.gate.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;

/**
 * A clock that stands still until time is said to pass; what is planned happens in whoever says so. Whoever waits by it says so, too.
 */
public final class ManualBell implements Bell, Ticker {

    private final List<Plan> plans = new ArrayList<>();
    private long now;

    private record Plan(long atNanos, Runnable task) {}

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void rings(Duration later, Runnable task) {
        plans.add(new Plan(now + later.toNanos(), task));
    }

    @Override
    public void await(Condition changed, Duration atMost) {
        long end = now + atMost.toNanos();
        if (!ringsNext(end)) {
            now = end;
        }
    }

    public void passes(Duration time) {
        long end = now + time.toNanos();
        while (ringsNext(end)) {
            // until nothing more is planned
        }
        now = end;
    }

    /** Whether anything was planned until then. */
    private boolean ringsNext(long end) {
        Plan next = plans.stream()
                .filter(plan -> plan.atNanos() <= end)
                .min(Comparator.comparingLong(Plan::atNanos))
                .orElse(null);
        if (next == null) {
            return false;
        }
        plans.remove(next);
        now = next.atNanos();
        next.task().run();
        return true;
    }
}
