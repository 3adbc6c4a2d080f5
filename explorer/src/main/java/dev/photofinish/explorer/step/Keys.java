package dev.photofinish.explorer.step;

import java.util.Collections;
import java.util.Set;

/**
 * The documents to which an access is proven to be confined: the values of one identifying field.
 *
 * @param field the field, such as {@code _id}; empty if nothing is known
 * @param values its values, as text; empty if nothing is known
 */
public record Keys(String field, Set<String> values) {

    /** The access may touch any document. */
    public static final Keys UNKNOWN = new Keys("", Set.of());

    public Keys {
        values = Set.copyOf(values);
    }

    /** Whether no document can be among both. */
    public boolean provenDisjointFrom(Keys other) {
        return !values.isEmpty()
                && !other.values.isEmpty()
                && field.equals(other.field)
                && Collections.disjoint(values, other.values);
    }
}
