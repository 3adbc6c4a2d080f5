package dev.photofinish.explorer.attribution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonNumber;

/** The cursors that have been opened in an execution, and whose they are. Safe for any thread. */
final class Cursors {

    private final Map<Long, String> owners = new ConcurrentHashMap<>();

    /** A contender has been answered, perhaps with the beginning of what there is. */
    void answered(String contender, BsonDocument reply) {
        if (reply.get("cursor") instanceof BsonDocument cursor && cursor.get("id") instanceof BsonNumber id) {
            owners.put(id.longValue(), contender);
        }
    }

    /** Who has opened the cursor that a command goes on reading, if it does so. */
    Optional<String> opener(BsonDocument command) {
        return cursor(command).map(owners::get);
    }

    /** Whether a command goes on reading a cursor that no contender has opened in this execution. */
    boolean isReadByAStranger(BsonDocument command) {
        return cursor(command).filter(id -> !owners.containsKey(id)).isPresent();
    }

    private static Optional<Long> cursor(BsonDocument command) {
        return command.get("getMore") instanceof BsonNumber id ? Optional.of(id.longValue()) : Optional.empty();
    }
}
