package dev.photofinish.explorer.data;

import dev.photofinish.explorer.execution.CannotBegin;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Data that are being put back, on a thread of their own.
 *
 * @param of what was written
 */
record PuttingBack(Written of, FutureTask<Optional<CannotBegin>> task) {

    /** @param restoration answers why it could not be done */
    static PuttingBack begin(Written written, Callable<Optional<CannotBegin>> restoration) {
        FutureTask<Optional<CannotBegin>> task = new FutureTask<>(restoration);
        Thread.ofVirtual().name("photofinish-put-back").start(task);
        return new PuttingBack(written, task);
    }

    /** Waits until all that can be is back; why that is not everything. */
    Optional<CannotBegin> outcome() throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("putting back broke", broken.getCause());
        }
    }
}
