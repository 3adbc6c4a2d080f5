package dev.photofinish.explorer.attribution;

import org.bson.BsonDocument;

/**
 * A command as it came, before anybody has read it.
 *
 * @param database in which it is to be carried out
 * @param document its first field names it
 */
public record Sent(String database, BsonDocument document) {

    /** What it does, as it is spelt. */
    String name() {
        return document.isEmpty() ? "" : document.getFirstKey();
    }
}
