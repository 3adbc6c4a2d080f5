package dev.photofinish.explorer.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * Who used which session last in one execution. That proves nothing: a driver takes a session out of a pool for each command, unless the
 * application holds one. But where it holds one, it is its own; and from a pool comes, as a rule, the one that was put back last, to whoever
 * goes on first. Guarded by the {@link Attribution} that uses it.
 */
final class Sessions {

    private final Map<BsonDocument, String> users = new HashMap<>();

    void isUsed(BsonDocument sent, String contender) {
        session(sent).ifPresent(session -> users.put(session, contender));
    }

    Optional<String> lastUser(BsonDocument sent) {
        return session(sent).map(users::get);
    }

    private static Optional<BsonDocument> session(BsonDocument sent) {
        return sent.isDocument("lsid") ? Optional.of(sent.getDocument("lsid")) : Optional.empty();
    }
}
