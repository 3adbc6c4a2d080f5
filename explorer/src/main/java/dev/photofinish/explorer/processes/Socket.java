package dev.photofinish.explorer.processes;

/**
 * This machine's end of a TCP connection, or what waits for some.
 *
 * @param inode what a process that has it open calls it
 */
record Socket(State state, int localPort, int remotePort, long inode) {

    /** As far as it matters here. */
    enum State {
        ESTABLISHED,
        LISTENS,
        OTHER
    }

    boolean isTheOtherEndOf(Socket other) {
        return state == State.ESTABLISHED && localPort == other.remotePort && remotePort == other.localPort;
    }
}
