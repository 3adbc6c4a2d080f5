package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.step.Command;
import java.util.Set;
import org.bson.BsonDocument;

/** Makes the data on which an execution begins. */
@FunctionalInterface
public interface FreshData {

    /**
     * Makes it, before anybody runs, or begins to: then {@link #complete} waits for it. By the explorer's thread; whatever it
     * sends through the application passes the gate.
     *
     * @throws CannotBegin if it cannot, with a sentence that says why
     */
    void make(Written written) throws CannotBegin, InterruptedException;

    /**
     * The first command is to be let through: waits until the data are there. Contenders may have come to their first commands
     * meanwhile, which are held. By the explorer's thread.
     *
     * @throws CannotBegin if they cannot be made, with a sentence that says why
     */
    default void complete() throws CannotBegin, InterruptedException {}

    /**
     * A command that writes to collections for the first time in the contest is here, and has not been sent on. By a thread that
     * may wait.
     */
    default void beforeFirstWrite(Set<MongoNamespace> collections) {}

    /**
     * A command that reads collections for the first time in the contest is here, and has not been sent on. By a thread that may
     * wait.
     */
    default void beforeFirstRead(Set<MongoNamespace> collections) {}

    /** A command is here, and has not been sent on. By a thread that must not wait. */
    default void passes(String database, Command command, BsonDocument sent) {}

    /** A command that has been here is no part of the contest. By a thread that must not wait. */
    default void disowned(BsonDocument sent) {}

    /** A command that has been here is answered. By a thread that must not wait. */
    default void answered(BsonDocument sent, BsonDocument reply) {}

    /**
     * A command is here, and has not been sent on, of which nobody knows what it writes: {@code dropDatabase}, or one that is not
     * understood. By a thread that may wait.
     *
     * @param command its name
     */
    default void beforeWritingAnything(String command) {}
}
