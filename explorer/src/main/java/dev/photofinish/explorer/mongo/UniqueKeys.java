package dev.photofinish.explorer.mongo;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;

/**
 * Knows which fields name a single document. Any thread may ask.
 *
 * <p>Asking may block for a round trip to the server, once for each namespace. Give it a client of its own: one that goes
 * through a gate would have its question held.
 */
public interface UniqueKeys {

    /** Nobody asks a server: only {@code _id} names a document. For data without other unique indexes, collations and views. */
    UniqueKeys NONE = namespace -> Uniqueness.ONLY_ID;

    /** Those that the server's indexes say, each namespace asked once; one that is not there, again once it is written. */
    static UniqueKeys of(MongoClient client) {
        return new IndexedKeys(client);
    }

    /** What is known of a namespace. */
    Uniqueness of(MongoNamespace namespace);

    /** A command is about to change the namespace's indexes: from now on nothing is known of it. */
    default void changing(MongoNamespace namespace) {}

    /**
     * A command may be about to store an array in one of the namespace's fields.
     *
     * @param namespace its full name; {@link dev.photofinish.explorer.step.Access#EVERYTHING} if it may be any
     */
    default void holdingArrays(String namespace) {}

    /**
     * A command is about to write to the namespace, which may come into being by it.
     *
     * @param namespace its full name; {@link dev.photofinish.explorer.step.Access#EVERYTHING} if it may be any
     */
    default void writing(String namespace) {}
}
