package dev.photofinish.misty.database;

/** A MongoDB that answers. Safe for any thread. */
public interface RunningDatabase extends AutoCloseable {

    /** For the driver, with its default settings; it may hold a password, so it is never shown: {@link #description} is. */
    String uri();

    /** For people and reports, without credentials: {@code mongod 6.0.5, one-member replica set, started by Photofinish}. */
    String description();

    Engine engine();

    /** Stops what we started and deletes its data; leaves alone what was only given. Closing twice is closing once. */
    @Override
    void close();
}
