package dev.photofinish.explorer.driver;

import com.mongodb.event.CommandListener;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Replies;
import dev.photofinish.explorer.mongo.UniqueKeys;

/**
 * Stands between code on {@code mongodb-driver-sync} and its database, in the same process.
 *
 * <pre>{@code
 * DriverGate gate = new DriverGate(DriverSettings.DEFAULT.withObserver(observer));
 * MongoClient client = MongoClients.create(MongoClientSettings.builder()
 *         .applyConnectionString(address)
 *         .addCommandListener(gate.listener())
 *         .build());
 * }</pre>
 *
 * <p>A contender's commands are held where its own thread sends them; what the code sends from other threads passes, and makes the
 * contest doubtful. The client's
 * pool must have a connection for each contender, since one that is held keeps its own; {@code timeoutMS} runs on meanwhile.
 */
public final class DriverGate {

    private final DriverSettings settings;
    private final Passers passers = new Passers();
    private final CommandListener listener;

    public DriverGate(DriverSettings settings) {
        this.settings = settings;
        UniqueKeys keys = settings.observer().map(UniqueKeys::of).orElse(UniqueKeys.NONE);
        this.listener = new HoldingListener(
                new CommandReader(keys, settings.masking()), new Replies(settings.masking()), passers);
    }

    /** For the settings of the client that the code uses. */
    public CommandListener listener() {
        return listener;
    }

    /** A contest of code whose client has the listener. */
    public ContestBuilder contest() {
        return new ContestBuilder(settings, passers);
    }
}
