package dev.photofinish.explorer.traffic;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the commands of which we know: those that come through the gate, and our own. What is under way may or may not have been
 * counted by the server, so that beginning and end are counted for themselves. Any thread: one lock.
 */
public final class Passing {

    private final Map<String, Count> begun = new HashMap<>();
    private final Map<String, Count> ended = new HashMap<>();
    private volatile boolean wanted;

    /** From now on somebody wants to know. */
    public void isWanted() {
        wanted = true;
    }

    /** Whether somebody wants to know; until then nobody need tell. */
    public boolean counts() {
        return wanted;
    }

    /** It is about to be sent. */
    public synchronized void begins(Explained command) {
        add(command, begun);
    }

    /** It has been answered, or will not be any more. */
    public synchronized void ends(Explained command) {
        add(command, ended);
    }

    private static void add(Explained command, Map<String, Count> to) {
        command.counts().forEach((namespace, count) -> to.merge(namespace, count, Count::plus));
    }

    synchronized Map<String, Count> begun() {
        return Map.copyOf(begun);
    }

    synchronized Map<String, Count> ended() {
        return Map.copyOf(ended);
    }
}
