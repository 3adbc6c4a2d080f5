package dev.photofinish.misty.database;

import com.mongodb.client.MongoClients;
import java.util.EnumMap;
import java.util.Map;

/**
 * One server an engine for the whole JVM, started when first asked for and ended with the JVM. Safe for any thread: one lock
 * guards both maps, so that two tests never start the same server twice.
 */
final class SharedServers implements TestServers {

    static final SharedServers OF_THIS_JVM = new SharedServers();

    private final Map<Engine, TestServer> running = new EnumMap<>(Engine.class);
    private final Map<Engine, DatabaseUnavailable> missing = new EnumMap<>(Engine.class);

    private SharedServers() {}

    @Override
    public synchronized TestServer on(Engine engine) {
        if (missing.containsKey(engine)) {
            throw missing.get(engine);
        }
        return running.computeIfAbsent(engine, this::start);
    }

    private TestServer start(Engine engine) {
        try {
            RunningDatabase database = Databases.start(new DatabaseChoice.Start(engine));
            return new TestServer(database, MongoClients.create(database.uri()));
        } catch (DatabaseUnavailable e) {
            missing.put(engine, e);
            throw e;
        }
    }
}
