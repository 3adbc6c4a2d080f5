package dev.photofinish.explorer.wire;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.Document;

/**
 * The explicit transactions of an execution: whose they are, since a session belongs to nobody else as long as its transaction
 * is open, and which of them have been left open. Safe for any thread: one lock guards both.
 */
final class Transactions {

    private final Map<Key, String> owners = new HashMap<>();
    private final Map<Key, BsonDocument> open = new HashMap<>();

    private record Key(BsonValue session, long number) {

        static Optional<Key> of(BsonDocument command) {
            return command.get("lsid") instanceof BsonDocument session && command.get("txnNumber") instanceof BsonNumber number
                    ? Optional.of(new Key(session.get("id"), number.longValue()))
                    : Optional.empty();
        }
    }

    synchronized Optional<String> owner(Command command, BsonDocument sent) {
        return command.part().transactional() ? Key.of(sent).map(owners::get) : Optional.empty();
    }

    synchronized void sends(String contender, Command command, BsonDocument sent) {
        if (command.part() == Part.BEGINS) {
            Key.of(sent).ifPresent(key -> {
                owners.put(key, contender);
                open.put(key, sent.getDocument("lsid"));
            });
        }
    }

    /** The command has ended its transaction, by its own doing or because it failed. */
    synchronized void ended(BsonDocument sent) {
        Key.of(sent).ifPresent(open::remove);
    }

    /**
     * Aborts those that have been left open: nobody could write what they have written.
     *
     * @return why they cannot be, in a sentence
     */
    synchronized Optional<String> abort(MongoClient database) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<BsonDocument> sessions = List.copyOf(open.values());
        open.clear();
        try {
            database.getDatabase("admin").runCommand(new Document("killSessions", sessions));
            return Optional.empty();
        } catch (MongoException e) {
            return Optional.of("%d transactions were left open and cannot be aborted: %s"
                    .formatted(sessions.size(), e.getMessage()));
        }
    }
}
