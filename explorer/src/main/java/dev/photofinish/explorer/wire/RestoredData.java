package dev.photofinish.explorer.wire;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.execution.CannotBegin;
import java.util.Set;

/**
 * Runs the given steps as often as it takes to learn which collections a contest writes, and from then on puts only those back
 * as they were. Wrong where an application keeps data in memory.
 */
public final class RestoredData implements FreshData {

    private final Given given;

    /** @param database past the gate: {@link WireGate#database()} */
    public RestoredData(MongoClient database, Given given) {
        this.given = given;
    }

    @Override
    public void make(Set<MongoNamespace> written) throws CannotBegin, InterruptedException {
        given.run();
    }

    /** The given steps. */
    @FunctionalInterface
    public interface Given {

        void run() throws CannotBegin, InterruptedException;
    }
}
