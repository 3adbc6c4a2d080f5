package dev.photofinish.explorer.wire;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.Document;

/** The server aborts transactions that stay open too long, as they do while commands are held. Safe for any thread: one lock. */
final class TransactionLifetime {

    private static final String PARAMETER = "transactionLifetimeLimitSeconds";
    private static final int WANTED_SECONDS = 3600;

    private final MongoDatabase admin;
    private boolean tried;
    private Optional<Integer> before = Optional.empty();

    TransactionLifetime(MongoClient database) {
        this.admin = database.getDatabase("admin");
    }

    /**
     * Raises the limit, the first time.
     *
     * @return what that means for transactions, in a sentence, if it may not be raised
     */
    synchronized Optional<String> raise() {
        if (tried) {
            return Optional.empty();
        }
        tried = true;
        try {
            int limit = admin.runCommand(new Document("getParameter", 1).append(PARAMETER, 1))
                    .getInteger(PARAMETER, WANTED_SECONDS);
            if (limit < WANTED_SECONDS) {
                set(WANTED_SECONDS);
                before = Optional.of(limit);
            }
            return Optional.empty();
        } catch (MongoException e) {
            return Optional.of(
                    "The server's %s cannot be raised (%s): a transaction that is held open longer than that, by default for 60 seconds, is aborted by the server."
                            .formatted(PARAMETER, e.getMessage()));
        }
    }

    /** Puts it back as it was. */
    synchronized void restore() {
        before.ifPresent(limit -> {
            try {
                set(limit);
            } catch (MongoException e) {
                // The server is gone, and its parameters with it.
            }
        });
        before = Optional.empty();
    }

    private void set(int seconds) {
        admin.runCommand(new Document("setParameter", 1).append(PARAMETER, seconds));
    }
}
