package dev.photofinish.explorer.driver;

import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.mongo.Masking;
import java.util.Optional;

/**
 * What a driver gate may know and do. Immutable; each {@code with} gives another one.
 *
 * @param observer a client of its own that does not come through the gate: asks for unique indexes, and what the database is
 *     doing for a command that does not return
 * @param start where a contender is held first
 * @param threads what the contenders run on
 */
public record DriverSettings(
        Optional<MongoClient> observer, Start start, Threads threads, Patience patience, Masking masking) {

    /** No observer: only {@code _id} is known to be unique, and a command that does not return is only slow. */
    public static final DriverSettings DEFAULT = new DriverSettings(
            Optional.empty(), Start.FIRST_COMMAND, Threads.PLATFORM, Patience.DEFAULT, Masking.BY_NAME);

    /** Where a contender is held first. */
    public enum Start {
        FIRST_COMMAND,
        /**
         * Before it does anything: a step more for each. Needed where the code takes locks of the JVM, or the order in which
         * they are taken is not explored.
         */
        STEP_OF_ITS_OWN
    }

    /** What the contenders run on. */
    public enum Threads {
        /** The owner of a lock of the JVM can be seen. */
        PLATFORM,
        VIRTUAL
    }

    public DriverSettings withObserver(MongoClient client) {
        return new DriverSettings(Optional.of(client), start, threads, patience, masking);
    }

    public DriverSettings withStart(Start where) {
        return new DriverSettings(observer, where, threads, patience, masking);
    }

    public DriverSettings withThreads(Threads kind) {
        return new DriverSettings(observer, start, kind, patience, masking);
    }

    public DriverSettings withPatience(Patience other) {
        return new DriverSettings(observer, start, threads, other, masking);
    }

    public DriverSettings withMasking(Masking other) {
        return new DriverSettings(observer, start, threads, patience, other);
    }
}
