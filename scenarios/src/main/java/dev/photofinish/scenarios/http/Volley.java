package dev.photofinish.scenarios.http;

import io.netty.channel.SingleThreadEventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Shots that are released together: those ahead back to back, then, a gap later, those behind back to back.
 *
 * <p>Everything up to the last system call is done for all of them before the first is made. While the gap lasts, the
 * volley queues itself again and again, so that the loop reads what comes in; only its end is a busy wait, precise to
 * about a microsecond.
 */
final class Volley {

    private static final long SPIN_NANOS = 100_000;

    private final List<Shot> ahead;
    private final List<Shot> behind;
    private final long gapNanos;
    private final CompletableFuture<Boolean> fired = new CompletableFuture<>();

    private Volley(List<Shot> ahead, List<Shot> behind, Duration gap) {
        this.ahead = ahead;
        this.behind = behind;
        this.gapNanos = gap.toNanos();
    }

    /** A positive offset holds back all but the first shot, a negative one the first. */
    static Volley of(List<Shot> shots, Duration offset) {
        if (offset.isZero() || shots.size() < 2) {
            return new Volley(List.copyOf(shots), List.of(), Duration.ZERO);
        }
        List<Shot> first = List.copyOf(shots.subList(0, 1));
        List<Shot> rest = List.copyOf(shots.subList(1, shots.size()));
        return offset.isNegative() ? new Volley(rest, first, offset.negated()) : new Volley(first, rest, offset);
    }

    /**
     * Any thread.
     *
     * @return completed when all shots have been written
     */
    CompletableFuture<Boolean> fire(SingleThreadEventLoop loop) {
        ahead.forEach(shot -> shot.claimOn(loop));
        behind.forEach(shot -> shot.claimOn(loop));
        loop.execute(() -> {
            fire(ahead);
            if (behind.isEmpty()) {
                fired.complete(true);
            } else {
                fireBehind(loop, System.nanoTime() + gapNanos);
            }
        });
        return fired;
    }

    private void fireBehind(SingleThreadEventLoop loop, long dueNanos) {
        if (dueNanos - System.nanoTime() > SPIN_NANOS) {
            // after the loop's iteration, since within it tasks run on without a look at the channels
            loop.executeAfterEventLoopIteration(() -> loop.execute(() -> fireBehind(loop, dueNanos)));
            return;
        }
        while (System.nanoTime() - dueNanos < 0) {
            Thread.onSpinWait();
        }
        fire(behind);
        fired.complete(true);
    }

    private static void fire(List<Shot> shots) {
        shots.forEach(Shot::write);
        shots.forEach(Shot::flush);
        shots.forEach(Shot::startWaiting);
    }
}
