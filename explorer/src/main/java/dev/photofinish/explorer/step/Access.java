package dev.photofinish.explorer.step;

import java.util.Optional;

/**
 * One resource that a step touches.
 *
 * @param namespace what holds the documents, such as {@code database.collection}, or {@link #EVERYTHING}
 * @param keys the documents it is proven to be confined to
 * @param unlessAdding of an upsert, the documents to which it was confined if it turns out that it has added none: who adds one
 *     takes a place among all the others. Empty for whatever is no upsert
 * @param added the keys of the documents that it adds and does nothing else, where these collide with none of other keys; unknown
 *     otherwise
 */
public record Access(String namespace, Mode mode, Keys keys, Grain grain, Optional<Keys> unlessAdding, Keys added) {

    /** The namespace of an access of which nobody knows where it goes: it is the same as every other. */
    public static final String EVERYTHING = "*";

    public Access(String namespace, Mode mode, Keys keys, Grain grain) {
        this(namespace, mode, keys, grain, Optional.empty());
    }

    public Access(String namespace, Mode mode, Keys keys, Grain grain, Optional<Keys> unlessAdding) {
        this(namespace, mode, keys, grain, unlessAdding, Keys.UNKNOWN);
    }

    /** Adds documents and does nothing else. */
    public static Access adding(String namespace, Grain grain, Keys added) {
        return new Access(namespace, Mode.WRITE, Keys.UNKNOWN, grain, Optional.empty(), added);
    }

    /** What it was in the end, when it has added no document. */
    public Access havingAddedNothing() {
        return unlessAdding
                .map(found -> new Access(namespace, mode, found, grain, unlessAdding))
                .orElse(this);
    }

    /** What it was in the end, when it has only looked. */
    public Access havingOnlyRead() {
        return new Access(namespace, Mode.READ, unlessAdding.orElse(keys), Grain.ATOMIC);
    }

    /** Whether the order of the two can make a difference to anybody. */
    public boolean conflictsWith(Access other) {
        return sameNamespaceAs(other)
                && (mode == Mode.WRITE || other.mode == Mode.WRITE)
                && !keys.provenDisjointFrom(other.keys);
    }

    /** Whether both only add documents, each others, so that mixed they are the same documents, in another natural order. */
    public boolean addsBeside(Access other) {
        return added.provenDisjointFrom(other.added);
    }

    private boolean sameNamespaceAs(Access other) {
        return namespace.equals(other.namespace) || namespace.equals(EVERYTHING) || other.namespace.equals(EVERYTHING);
    }
}
