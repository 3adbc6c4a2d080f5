package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.gate.Passage;
import java.util.concurrent.CountDownLatch;

/** Where a contender's own thread waits until it may go on. */
final class Turnstile implements Passage {

    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void proceed() {
        open.countDown();
    }

    /** Never asked for: a thread in this process does not give up its call. */
    @Override
    public void drop() {
        open.countDown();
    }

    /** Waits; an interrupted thread goes on and stays interrupted, so that the driver or the application may act on it. */
    void pass() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
