package dev.photofinish.misty.database;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** A throwaway mongod of our own that can be written to: on its own or as the primary of a replica set of one. */
record StartedMongod(MongodProcess process, String uri, Server server) implements RunningDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The port was free when it was chosen; somebody else may be quicker to take it. */
    private static final int ATTEMPTS = 3;

    /**
     * Sweeps what killed JVMs left, starts the program and waits until it can be written to.
     *
     * @throws MongodFailure in one sentence, with mongod's own reason
     */
    static StartedMongod start(Path program, Engine engine, List<Path> dataFolders) throws MongodFailure {
        Sweep.of(dataFolders);
        for (int attempt = 1; ; attempt++) {
            try {
                DataFolder folder = DataFolder.create(dataFolders);
                return start(new MongodCommand(program, engine, folder.path(), freePort()), folder);
            } catch (IOException e) {
                throw new MongodFailure(program + " cannot be started: " + e.getMessage(), e);
            } catch (MongodFailure e) {
                if (attempt == ATTEMPTS || !e.portIsTaken()) {
                    throw e;
                }
            }
        }
    }

    static StartedMongod start(MongodCommand command, DataFolder folder) throws MongodFailure {
        MongodProcess process = MongodProcess.launch(command, folder);
        try {
            process.awaitListening();
            return new StartedMongod(process, command.uri(), prepare(command));
        } catch (MongoException e) {
            process.close();
            throw new MongodFailure(command.program() + " came up and then failed: " + e.getMessage(), e);
        } catch (MongodFailure | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public String description() {
        String kind = engine() == Engine.REPLICA_SET ? "one-member replica set" : engine().toString();
        return "mongod " + server.version() + ", " + kind + ", started by Photofinish";
    }

    @Override
    public Engine engine() {
        return server.engine();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Server prepare(MongodCommand command) throws MongodFailure {
        String direct = "mongodb://" + command.address() + "/?directConnection=true";
        try (MongoClient client = Server.client(direct, PATIENCE)) {
            MongoDatabase admin = client.getDatabase("admin");
            if (command.engine() == Engine.REPLICA_SET) {
                initiate(admin, command.address());
            }
            return Server.of(admin);
        }
    }

    private static void initiate(MongoDatabase admin, String member) throws MongodFailure {
        admin.runCommand(new Document(
                "replSetInitiate",
                new Document("_id", MongodCommand.REPLICA_SET)
                        .append("members", List.of(new Document("_id", 0).append("host", member)))));
        Wait.until(
                member + " to become the primary of its replica set",
                PATIENCE,
                () -> admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
