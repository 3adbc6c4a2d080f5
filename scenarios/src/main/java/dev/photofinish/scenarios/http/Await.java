package dev.photofinish.scenarios.http;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounded waits of other threads, virtual ones too, for what the event loop does. */
final class Await {

    /** What a wait may last beyond the time-outs that the event loop keeps itself, before the loop counts as stuck. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private Await() {}

    /** @throws NoAnswerException when the future fails, the thread is interrupted, or the event loop is stuck */
    static <T> T within(Duration bound, CompletableFuture<T> future) throws NoAnswerException {
        try {
            return future.get(bound.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof NoAnswerException known) {
                throw known;
            }
            if (failed.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw new NoAnswerException("The exchange failed: %s.".formatted(failed), failed);
        } catch (TimeoutException stuck) {
            throw new NoAnswerException(
                    "The thread that serves the connections is stuck; is this machine overloaded?", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("Interrupted while waiting for the server.", interrupted);
        }
    }

    /**
     * Completed with the given future's failure, or nothing when it has succeeded. Virtual threads can wait for it without
     * pinning their carrier; Netty's own waits are inside a monitor.
     */
    static CompletableFuture<Optional<Throwable>> failure(Future<?> future) {
        CompletableFuture<Optional<Throwable>> failure = new CompletableFuture<>();
        future.addListener(done -> failure.complete(Optional.ofNullable(done.cause())));
        return failure;
    }
}
