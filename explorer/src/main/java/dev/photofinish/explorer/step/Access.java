package dev.photofinish.explorer.step;

/**
 * One resource that a step touches.
 *
 * @param namespace what holds the documents, such as {@code database.collection}
 * @param keys the documents it is proven to be confined to
 */
public record Access(String namespace, Mode mode, Keys keys, Grain grain) {

    /** Whether the order of the two can make a difference to anybody. */
    public boolean conflictsWith(Access other) {
        return namespace.equals(other.namespace)
                && (mode == Mode.WRITE || other.mode == Mode.WRITE)
                && !keys.provenDisjointFrom(other.keys);
    }
}
