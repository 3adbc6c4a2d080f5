package dev.photofinish.scenarios.race;

/** What a contender does between two of its requests, on its own thread: waits until the next may be sent. */
@FunctionalInterface
public interface Breather {

    /** It goes on at once. */
    Breather NONE = () -> {};

    /** @throws InterruptedException if the round is being ended */
    void take() throws InterruptedException;
}
