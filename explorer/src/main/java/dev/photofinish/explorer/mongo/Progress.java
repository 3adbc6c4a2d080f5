package dev.photofinish.explorer.mongo;

/** How an operation on the server gets on. */
public sealed interface Progress {

    /** It is not under way: finished, or not arrived yet. */
    record Absent() implements Progress {}

    /**
     * It is under way.
     *
     * @param operation names it on the server, for as long as it lasts
     * @param writeConflicts how often it has met a document of an open transaction and begun again
     * @param waitingForLock whether it waits for a whole collection or database
     */
    record Active(String operation, long writeConflicts, boolean waitingForLock) implements Progress {}

    /**
     * The server does not tell.
     *
     * @param why a sentence
     */
    record CannotTell(String why) implements Progress {}

    /**
     * Whether the operation was blocked behind somebody between an earlier look and this one: it waits for a lock, or it has met
     * further conflicts. Under way with neither, it is slow.
     */
    default boolean blockedSince(Progress earlier) {
        return this instanceof Active now
                && earlier instanceof Active then
                && now.operation.equals(then.operation)
                && ((now.waitingForLock && then.waitingForLock) || now.writeConflicts > then.writeConflicts);
    }
}
