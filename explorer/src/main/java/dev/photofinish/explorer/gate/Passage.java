package dev.photofinish.explorer.gate;

/**
 * A command or a reply that stands at the gate. Exactly one of the two is called, once, never under a lock of the gatekeeper,
 * and by the scheduler's thread; a reply that need not wait, and everything after the gatekeeper was closed, goes on in the
 * thread that brought it. Neither may block.
 */
public interface Passage {

    /** It goes on: a command to the database, a reply to the application. */
    void proceed();

    /** It is thrown away: whoever waits for it has given up. */
    void drop();
}
