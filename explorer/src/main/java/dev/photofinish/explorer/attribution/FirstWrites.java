package dev.photofinish.explorer.attribution;

import com.mongodb.MongoNamespace;
import java.util.Set;

/** Is told of what has not been written before, while it is still as it was. Called by threads that may wait. */
public interface FirstWrites {

    /** A command that writes to collections for the first time in the contest is here, and has not been sent on. */
    void beforeFirstWrite(Set<MongoNamespace> collections);

    /**
     * A command is here, and has not been sent on, of which nobody knows what it writes.
     *
     * @param command its name
     */
    void beforeWritingAnything(String command);
}
