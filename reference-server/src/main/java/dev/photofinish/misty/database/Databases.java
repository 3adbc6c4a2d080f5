package dev.photofinish.misty.database;

/** The door: makes a chosen MongoDB answer. */
public final class Databases {

    private Databases() {}

    /**
     * Starts or connects to what was chosen and waits until it answers. What is started here is gone again when it is
     * closed, when the JVM ends and, should the JVM be killed, when the next one starts a database.
     *
     * @throws DatabaseUnavailable if none answers, with what was tried and what to do
     */
    public static RunningDatabase start(DatabaseChoice choice) {
        return start(choice, Surroundings.ofThisProcess());
    }

    static RunningDatabase start(DatabaseChoice choice, Surroundings surroundings) {
        return switch (choice) {
            case DatabaseChoice.Connect connect -> GivenDatabase.connect(connect.uri());
            case DatabaseChoice.Start start -> start(start.engine(), surroundings);
        };
    }

    private static RunningDatabase start(Engine engine, Surroundings surroundings) {
        return engine == Engine.EMBEDDED
                ? EmbeddedDatabase.start()
                : Search.in(surroundings).start(engine);
    }
}
