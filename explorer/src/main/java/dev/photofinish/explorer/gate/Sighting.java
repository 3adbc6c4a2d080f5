package dev.photofinish.explorer.gate;

/** What can be seen from outside of a contender that is silent. */
public sealed interface Sighting {

    /** Nothing can be seen. */
    Sighting UNSEEN = new Unseen();

    /** The database is not working for it. */
    Sighting ABSENT = new Absent();

    /** Nothing can be said. */
    record Unseen() implements Sighting {}

    /** The database is not working for it. */
    record Absent() implements Sighting {}

    /**
     * The database is working on its command.
     *
     * @param conflicts how often it has met somebody else's uncommitted write so far: growing means blocked
     * @param waitingForLock whether it waits for a lock of the database
     */
    record Active(long conflicts, boolean waitingForLock) implements Sighting {}

    /**
     * It waits in the application for a lock.
     *
     * @param lock what it waits for
     * @param owner the contender that holds it
     */
    record BehindLock(String lock, String owner) implements Sighting {}
}
