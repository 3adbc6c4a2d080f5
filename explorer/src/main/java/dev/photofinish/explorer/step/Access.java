package dev.photofinish.explorer.step;

/**
 * One resource that a step touches.
 *
 * @param namespace what holds the documents, such as {@code database.collection}, or {@link #EVERYTHING}
 * @param keys the documents it is proven to be confined to
 */
public record Access(String namespace, Mode mode, Keys keys, Grain grain) {

    /** The namespace of an access of which nobody knows where it goes: it is the same as every other. */
    public static final String EVERYTHING = "*";

    /** Whether the order of the two can make a difference to anybody. */
    public boolean conflictsWith(Access other) {
        return sameNamespaceAs(other)
                && (mode == Mode.WRITE || other.mode == Mode.WRITE)
                && !keys.provenDisjointFrom(other.keys);
    }

    private boolean sameNamespaceAs(Access other) {
        return namespace.equals(other.namespace) || namespace.equals(EVERYTHING) || other.namespace.equals(EVERYTHING);
    }
}
