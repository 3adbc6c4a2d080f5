package dev.photofinish.explorer.gate;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;

/** A clock that stands still until somebody waits; what is planned for a moment happens in whoever's wait reaches it. */
final class ManualTicker implements Ticker {

    private final TreeMap<Long, Runnable> plans = new TreeMap<>();
    private long now;

    /** Something happens so long from now. */
    void in(Duration time, Runnable event) {
        plans.merge(now + time.toNanos(), event, (one, other) -> () -> {
            one.run();
            other.run();
        });
    }

    void passes(Duration time) {
        now += time.toNanos();
    }

    Duration time() {
        return Duration.ofNanos(now);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void await(Condition changed, Duration atMost) {
        long until = now + atMost.toNanos();
        Map.Entry<Long, Runnable> next = plans.firstEntry();
        if (next == null || next.getKey() > until) {
            now = until;
            return;
        }
        plans.remove(next.getKey());
        now = Math.max(now, next.getKey());
        next.getValue().run();
    }
}
