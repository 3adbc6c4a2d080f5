package dev.photofinish.scenarios.invariants;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A question that will be answered, so that more can be asked before it is. */
@FunctionalInterface
interface Asked<A> {

    /**
     * Waits for it.
     *
     * @throws RuntimeException what asking failed with
     */
    A answer();

    /** Asks at once, on a thread of its own. */
    static <A> Asked<A> now(Supplier<A> question) {
        CompletableFuture<A> answer = CompletableFuture.supplyAsync(question, Asked::onItsOwn);
        return () -> of(answer);
    }

    private static void onItsOwn(Runnable question) {
        Thread.ofVirtual().name("photofinish-question").start(question);
    }

    private static <A> A of(CompletableFuture<A> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw failed;
        }
    }
}
