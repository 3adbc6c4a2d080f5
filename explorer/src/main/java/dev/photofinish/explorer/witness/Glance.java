package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Demands;
import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deed learnt of one namespace.
 *
 * @param demands of what it looked at
 * @param seen the documents that its answer shows
 * @param exact whether these are the stored ones, and all that it looked at
 * @param nothing whether there was none
 */
record Glance(Deed deed, String namespace, Demands demands, List<Traits> seen, boolean exact, boolean nothing) {

    Set<String> ids() {
        return seen.stream().flatMap(document -> document.id().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What it saw of a document that a write touches. */
    Optional<Traits> seenOf(Touch touch) {
        return seen.stream()
                .filter(document ->
                        document.id().filter(id -> touch.ids().contains(id)).isPresent())
                .findFirst();
    }
}
