package dev.photofinish.explorer.attribution;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.step.Command;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * Keeps the books of what comes through the gate to be written, so that it can be put back, and nothing else. What begins with
 * <em>before</em> is called by threads that may wait, while all is still as it was; the rest by threads that must not.
 */
public interface Bookkeeper {

    /** A command that writes to collections for the first time in the contest is here, and has not been sent on. */
    void beforeFirstWrite(Set<MongoNamespace> collections);

    /** A command that reads collections, the first of its kind, is here, and has not been sent on. */
    void beforeFirstRead(Set<MongoNamespace> collections);

    /**
     * A command is here, and has not been sent on, of which nobody knows what it writes.
     *
     * @param command its name
     */
    void beforeWritingAnything(String command);

    /** A command is here, and has not been sent on. */
    void passes(Sent sent, Command command);

    /** A command that has been here is no part of the contest. */
    void disowned(BsonDocument sent);

    /** A command that has been here is answered. */
    void answered(BsonDocument sent, BsonDocument reply);
}
