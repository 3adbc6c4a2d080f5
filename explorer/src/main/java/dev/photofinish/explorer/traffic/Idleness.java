package dev.photofinish.explorer.traffic;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a server does past a gate while nobody asks the application anything; one for all contests of a gate. For the explorer's thread,
 * but for {@link #note}; the tracks are guarded by themselves.
 */
public final class Idleness {

    private final MongoClient database;
    private final Passing passing;
    private final Tracks tracks = new Tracks();
    private volatile boolean notAllowed;

    /** @param passing what comes through the gate, and what the client sends itself */
    public Idleness(MongoClient database, Passing passing) {
        this.database = database;
        this.passing = passing;
    }

    /** Nobody asks anything for so long. */
    void look(Duration time) throws InterruptedException {
        look(() -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    /** Nobody asks anything meanwhile. */
    public void look(Rest rest) throws InterruptedException {
        Window window = open();
        rest.rest();
        Surplus surplus = window.close();
        synchronized (tracks) {
            tracks.add(surplus);
        }
    }

    Window open() {
        Window window = Window.open(database, passing);
        notAllowed = window.isNotAllowed();
        return window;
    }

    Tracks tracks() {
        return tracks;
    }

    /** What is to be said where the server does not tell what it does. */
    Optional<String> note() {
        return notAllowed
                ? Optional.of("Whether the application also reads its database past the gate was not looked at: the"
                        + " database's user may not ask for what the server counts (top). The role clusterMonitor"
                        + " allows it.")
                : Optional.empty();
    }

    /** Waits, while nobody asks anything. */
    @FunctionalInterface
    public interface Rest {

        void rest() throws InterruptedException;
    }
}
