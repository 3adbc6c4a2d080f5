package dev.photofinish.misty;

import dev.photofinish.misty.MistyClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The same request many times at once, for tests. */
public final class Contenders {

    private static final int PATIENCE_SECONDS = 60;

    private Contenders() {}

    /** Sends the request from as many threads, released together, and answers all replies. */
    public static List<Reply> together(int count, Supplier<Reply> request) {
        CyclicBarrier barrier = new CyclicBarrier(count);
        List<Future<Reply>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                sent.add(threads.submit(() -> {
                    barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return request.get();
                }));
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : sent) {
                replies.add(reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return replies;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("A contender got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while contenders were under way", e);
        }
    }
}
