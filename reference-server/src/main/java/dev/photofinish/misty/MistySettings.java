package dev.photofinish.misty;

import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.PoolSettings;
import java.time.Clock;
import java.time.ZoneId;

/**
 * Everything the server must be told.
 *
 * @param port 0 for any free one
 * @param mongoUri where the database server is; never logged, it may hold a password
 * @param secretKey signs the tokens
 * @param adminPassword of the seeded user {@code admin}
 * @param password of the other seeded users: sales-a, sales-b, manager-a, manager-b, production-a, production-b
 */
public record MistySettings(
        String host,
        int port,
        String mongoUri,
        String databaseName,
        PoolSettings pool,
        Hazards hazards,
        String secretKey,
        String adminPassword,
        String password,
        Clock clock) {

    /** For a laptop and for tests: any free loopback port, no hazards, the documented passwords, a random key. */
    public static MistySettings local(String mongoUri, String databaseName) {
        return new MistySettings(
                "127.0.0.1",
                0,
                mongoUri,
                databaseName,
                PoolSettings.DEFAULT,
                Hazards.none(),
                java.util.UUID.randomUUID().toString(),
                "admin",
                "photofinish",
                Clock.system(ZoneId.systemDefault()));
    }

    public MistySettings withHazards(Hazards changed) {
        return new MistySettings(
                host, port, mongoUri, databaseName, pool, changed, secretKey, adminPassword, password, clock);
    }

    public MistySettings withAddress(String changedHost, int changedPort) {
        return new MistySettings(
                changedHost,
                changedPort,
                mongoUri,
                databaseName,
                pool,
                hazards,
                secretKey,
                adminPassword,
                password,
                clock);
    }

    public MistySettings withPool(PoolSettings changed) {
        return new MistySettings(
                host, port, mongoUri, databaseName, changed, hazards, secretKey, adminPassword, password, clock);
    }

    public MistySettings withClock(Clock changed) {
        return new MistySettings(
                host, port, mongoUri, databaseName, pool, hazards, secretKey, adminPassword, password, changed);
    }

    @Override
    public String toString() {
        return "Misty on " + host + ":" + port + ", database " + databaseName + ", hazards: "
                + (hazards.names().isEmpty() ? "none" : hazards.names());
    }
}
