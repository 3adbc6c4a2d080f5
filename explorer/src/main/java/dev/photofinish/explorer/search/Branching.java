package dev.photofinish.explorer.search;

/** Which branches of the tree are needed. */
interface Branching {

    /** Tells which branches an execution shows to be needed, new or not. */
    void branches(Growth growth, Wanted wanted);

    /** Whether a contender sleeps while what it could do is covered by an earlier branch. */
    boolean sleeps();

    /** Where branches go. */
    @FunctionalInterface
    interface Wanted {
        void want(Node node, String contender);
    }
}
