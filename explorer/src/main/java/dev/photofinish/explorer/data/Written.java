package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import java.util.Set;

/**
 * What the gate saw written in a contest's executions so far, by whomever.
 *
 * @param collections all that were written
 * @param remade those of them to which something else was done than to write documents, so that their indexes may have changed
 */
public record Written(Set<MongoNamespace> collections, Set<MongoNamespace> remade) {

    public static final Written NOTHING = new Written(Set.of(), Set.of());

    public Written {
        collections = Set.copyOf(collections);
        remade = Set.copyOf(remade);
    }
}
