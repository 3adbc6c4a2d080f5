package dev.photofinish.misty.database;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** A throwaway MongoDB in a container, with its data in memory; should this JVM be killed, Testcontainers' Ryuk removes it. */
record StartedContainer(MongoDBContainer container, String image, String uri, Server server)
        implements RunningDatabase {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @throws RuntimeException as Testcontainers throws it, if there is no Docker, no image, or it does not come up */
    static StartedContainer start(String image, Engine engine) {
        MongoDBContainer container = container(image, engine);
        try {
            container.start();
            String uri = container.getConnectionString();
            return new StartedContainer(container, image, uri, prepare(uri));
        } catch (RuntimeException e) {
            container.stop();
            throw e;
        }
    }

    @Override
    public String description() {
        String kind = engine() == Engine.REPLICA_SET ? "one-member replica set" : engine().toString();
        return "mongod " + server.version() + ", " + kind + ", in Docker (" + image + ")";
    }

    @Override
    public Engine engine() {
        return server.engine();
    }

    @Override
    public void close() {
        container.stop();
    }

    // Closed by close(), or by start when it fails.
    @SuppressWarnings("resource")
    private static MongoDBContainer container(String image, Engine engine) {
        MongoDBContainer container = new MongoDBContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("mongo"))
                .withTmpFs(Map.of("/data/db", "rw"));
        if (engine == Engine.REPLICA_SET) {
            container.withReplicaSet();
        }
        // The default looks for the port with the tools of the image, which may have none; mongod itself says when it
        // is up.
        return container.waitingFor(
                Wait.forLogMessage("(?i).*waiting for connections.*", 1).withStartupTimeout(START));
    }

    /** As our own mongod has it: whoever holds commands back holds transactions open for longer than the default minute. */
    private static Server prepare(String uri) {
        try (MongoClient client = Server.client(uri, PATIENCE)) {
            client.getDatabase("admin")
                    .runCommand(new Document("setParameter", 1).append("transactionLifetimeLimitSeconds", 3600));
            return Server.of(client.getDatabase("admin"));
        }
    }
}
