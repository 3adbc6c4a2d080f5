package dev.photofinish.explorer.attribution;

import com.mongodb.MongoException;
import dev.photofinish.explorer.mongo.Operations;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNumber;

/**
 * The explicit transactions of an execution: whose they are, since a session belongs to nobody else as long as its transaction
 * is open, and which of them have been left open. Safe for any thread: one lock guards both.
 */
public final class Transactions {

    private final Map<Key, String> owners = new HashMap<>();
    private final Set<Key> open = new HashSet<>();

    private record Key(BsonDocument session, long number) {

        static Optional<Key> of(BsonDocument command) {
            return command.get("lsid") instanceof BsonDocument session
                            && command.get("txnNumber") instanceof BsonNumber number
                    ? Optional.of(new Key(session, number.longValue()))
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
                open.add(key);
            });
        }
    }

    /** Whether the contender has one open. */
    synchronized boolean isOpenOf(String contender) {
        return open.stream().anyMatch(key -> contender.equals(owners.get(key)));
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
    public synchronized Optional<String> abort(Operations operations) {
        List<BsonDocument> sessions = open.stream().map(Key::session).toList();
        open.clear();
        try {
            operations.endSessions(sessions);
            return Optional.empty();
        } catch (MongoException e) {
            return Optional.of("%s transactions were left open and cannot be aborted: %s"
                    .formatted(sessions.size(), e.getMessage()));
        }
    }
}
