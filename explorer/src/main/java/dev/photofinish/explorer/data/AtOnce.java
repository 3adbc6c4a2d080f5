package dev.photofinish.explorer.data;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks a database for several things at once: one after the other they would mostly be waiting. */
final class AtOnce {

    private AtOnce() {}

    /**
     * The answers, in the order of the questions.
     *
     * @throws RuntimeException what the first question failed with that did, once all have come to an end
     */
    static <Q, A> List<A> ask(Collection<Q> questions, Function<? super Q, ? extends A> ask) {
        if (questions.size() < 2) {
            return questions.stream().<A>map(ask).toList();
        }
        List<Future<A>> asked;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = questions.stream()
                    .map(question -> threads.<A>submit(() -> ask.apply(question)))
                    .toList();
        }
        return asked.stream().map(AtOnce::answer).toList();
    }

    private static <A> A answer(Future<A> asked) {
        if (asked.state() == Future.State.FAILED && asked.exceptionNow() instanceof RuntimeException problem) {
            throw problem;
        }
        return asked.resultNow();
    }
}
