package dev.photofinish.explorer.attribution;

import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * Commands that are no part of a contest: a session store, a menu, a job on the same pool. They pass at once.
 *
 * @param collection the collection's name, without its database
 * @param command the command's name; empty for every command
 * @param filterHas fields that the filters it sends must all name, at the top level; empty for any filter
 */
public record Ignore(String collection, Optional<String> command, Set<String> filterHas) {

    public Ignore {
        filterHas = Set.copyOf(filterHas);
    }

    /** Whether it is about a collection, though perhaps not about all that is done there. */
    public boolean isAbout(String namespace) {
        return namespace.endsWith("." + collection);
    }

    boolean matches(BsonDocument sent) {
        String name = sent.getFirstKey();
        return collection.equals(Filters.collection(sent))
                && (command.isEmpty() || command.get().equalsIgnoreCase(name))
                && (filterHas.isEmpty()
                        || Filters.of(sent).anyMatch(filter -> filter.keySet().containsAll(filterHas)));
    }
}
