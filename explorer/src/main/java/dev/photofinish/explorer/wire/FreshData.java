package dev.photofinish.explorer.wire;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.execution.CannotBegin;
import java.util.Set;

/** Makes the data on which an execution begins. */
@FunctionalInterface
public interface FreshData {

    /**
     * Makes it, before anybody runs. Whatever it sends through the application passes the gate.
     *
     * @param written what the gate saw written by all executions since it was opened, by whomever
     * @throws CannotBegin if it cannot, with a sentence that says why
     */
    void make(Set<MongoNamespace> written) throws CannotBegin, InterruptedException;
}
