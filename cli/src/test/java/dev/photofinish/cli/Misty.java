package dev.photofinish.cli;

import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import java.time.Duration;
import java.util.Set;

/** A reference server on a test's database, and how a command line names both. */
record Misty(MistyServer server, String mongo) implements AutoCloseable {

    /** So wide that contenders meet in it on a slow machine too. */
    private static final Duration GAP = Duration.ofMillis(150);

    static Misty right(TestDatabase database) {
        return on(database, Hazards.none());
    }

    static Misty racy(TestDatabase database, Hazard... hazards) {
        return on(database, new Hazards(Set.of(hazards), GAP));
    }

    private static Misty on(TestDatabase database, Hazards hazards) {
        MistySettings settings =
                MistySettings.local(database.uri(), database.name()).withHazards(hazards);
        return new Misty(MistyServer.start(settings), address(database));
    }

    /** Of the database itself, which the tests' URIs leave out. */
    static String address(TestDatabase database) {
        return database.uri().replaceFirst("^(mongodb://[^/?]+)/?", "$1/" + database.name());
    }

    String url() {
        return server.url().toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
