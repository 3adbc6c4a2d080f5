package dev.photofinish.explorer.witness;

/**
 * A contender acts, or looks again, after another has written what it had looked at before.
 *
 * @param read what the decision rests on: the last look before the other's write
 * @param sureness how sure it is that look and write are about the same document
 */
record Stale(Glance read, Touch write, Touch act, Meeting sureness) {

    String late() {
        return act.deed().contender();
    }

    String other() {
        return write.deed().contender();
    }

    /** How far apart its first and its last deed are. */
    int span() {
        return act.deed().place() - read.deed().place();
    }

    /** Whether the late one wrote the document that the other had written. */
    Meeting overwrites() {
        return act.with(write);
    }
}
