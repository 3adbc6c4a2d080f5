package dev.photofinish.explorer.driver;

import java.util.Optional;

/**
 * Notices who sends commands through the gate's client without being a contender, while a contest is explored. Safe for any
 * thread.
 */
final class Passers {

    private volatile Optional<Watch> watch = Optional.empty();

    /** @param explorer makes fresh data and judges: what it sends is no contender's, and comes when nobody runs */
    private record Watch(Thread explorer, Seen seen) {}

    /** From now on they are noticed for this contest, which is explored by the thread that calls. */
    void areSeenBy(Seen seen) {
        watch = Optional.of(new Watch(Thread.currentThread(), seen));
    }

    /** This thread, which is no contender's, sends a command. */
    void passes(String command) {
        Thread sender = Thread.currentThread();
        watch.filter(now -> !now.explorer().equals(sender))
                .ifPresent(now -> now.seen().passed(command, "thread \"" + sender.getName() + "\""));
    }
}
