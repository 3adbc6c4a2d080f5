package dev.photofinish.misty.database;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Properties;

/** mongo-java-server in this process, in memory, on a free port of the loopback interface. */
final class EmbeddedDatabase implements RunningDatabase {

    /** With more, a large document that is read while it is updated came back torn: 13 of 12,500 reads, none with one. */
    private static final int WORKERS = 1;

    private final MongoServer server;
    private final String uri;

    private EmbeddedDatabase(MongoServer server) {
        this.server = server;
        this.uri = server.getConnectionString();
    }

    static EmbeddedDatabase start() {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
        return new EmbeddedDatabase(server);
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String description() {
        return "embedded (mongo-java-server " + version() + ")";
    }

    @Override
    public Engine engine() {
        return Engine.EMBEDDED;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** From the build: the library's jar does not say it, and its buildInfo names the MongoDB that it imitates. */
    private static String version() {
        try (InputStream in = EmbeddedDatabase.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(Objects.requireNonNull(in, "versions.properties"));
            return versions.getProperty("mongo-java-server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
