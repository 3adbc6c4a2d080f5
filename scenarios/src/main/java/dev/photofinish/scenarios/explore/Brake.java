package dev.photofinish.scenarios.explore;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends what the thread that made it is doing: gently first, and by an interrupt if it goes on all the same, waiting for an answer to
 * a given step, say. Once it is released nothing is interrupted any more, and no interrupt of its own is left behind: data are put
 * back then. Pulled from any thread; guarded by itself.
 */
final class Brake implements AutoCloseable {

    private static final Duration GENTLY = Duration.ofMillis(1_200);

    private final Thread driver = Thread.currentThread();
    private final Runnable gently;
    private final CountDownLatch released = new CountDownLatch(1);
    private boolean pulled;
    private boolean interrupted;

    Brake(Runnable gently) {
        this.gently = gently;
    }

    void pull() {
        synchronized (this) {
            if (pulled || released.getCount() == 0) {
                return;
            }
            pulled = true;
        }
        gently.run();
        Thread.ofPlatform().daemon().name("photofinish-brake").start(this::insist);
    }

    synchronized boolean isPulled() {
        return pulled;
    }

    private void insist() {
        try {
            if (!released.await(GENTLY.toMillis(), TimeUnit.MILLISECONDS)) {
                interrupt();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void interrupt() {
        if (released.getCount() > 0) {
            interrupted = true;
            driver.interrupt();
        }
    }

    /** By the thread that made it. */
    @Override
    public synchronized void close() {
        released.countDown();
        if (interrupted) {
            var unused = Thread.interrupted();
        }
    }
}
