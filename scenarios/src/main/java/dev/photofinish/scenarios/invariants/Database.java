package dev.photofinish.scenarios.invariants;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerDescription;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.bson.Document;

/** The deployment's database, opened to look at it; nothing that uses it writes. */
public final class Database implements AutoCloseable {

    private static final Duration SELECTION = Duration.ofSeconds(5);
    /** A round's invariants are asked about at once, each with two questions. */
    private static final int CONNECTIONS = 8;

    private final MongoClient client;
    private final MongoDatabase database;
    private final String description;
    private volatile boolean lost;

    private Database(MongoClient client, MongoDatabase database, String description) {
        this.client = client;
        this.database = database;
        this.description = description;
    }

    /**
     * Connects to the database that the URI names and asks for the server's version.
     *
     * @param otherwise the database's name if the URI has none
     * @throws UnusableAddress if the URI is broken, or nothing says which database
     * @throws CannotReachDatabase if nobody answers there, or not to us
     */
    public static Database open(String uri, Optional<String> otherwise) {
        return open(uri, otherwise, Optional.empty());
    }

    /**
     * The same with a server whose certificate is its own.
     *
     * @param trust whose certificates it may show if the URI asks for TLS; whatever the JDK trusts if empty
     */
    public static Database open(String uri, Optional<String> otherwise, Optional<SSLContext> trust) {
        ConnectionString address = parse(uri);
        return Optional.ofNullable(address.getDatabase())
                .or(() -> otherwise)
                .map(name -> connect(address, name, trust))
                .orElseThrow(UnusableAddress::withoutDatabase);
    }

    /** The same for a database of that name, whatever the URI says. */
    public static Database openNamed(String uri, String name) {
        return connect(parse(uri), name, Optional.empty());
    }

    private static Database connect(ConnectionString address, String name, Optional<SSLContext> trust) {
        String hosts = String.join(",", address.getHosts());
        MongoClient client = MongoClients.create(settings(address, trust));
        try {
            MongoDatabase database = client.getDatabase(name);
            String version = database.runCommand(new Document("buildInfo", 1)).getString("version");
            return new Database(client, database, "MongoDB " + version + " at " + hosts + "/" + name);
        } catch (MongoException e) {
            Throwable problem =
                    e instanceof MongoTimeoutException ? connecting(client).orElse(e) : e;
            client.close();
            throw CannotReachDatabase.at(hosts, problem);
        } catch (IllegalArgumentException e) {
            client.close();
            throw UnusableAddress.of(address.getConnectionString(), e);
        }
    }

    /** Whoever has waited for a server in vain is not told by the exception why there was none. */
    private static Optional<Throwable> connecting(MongoClient client) {
        return client.getClusterDescription().getServerDescriptions().stream()
                .map(ServerDescription::getException)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static MongoClientSettings settings(ConnectionString address, Optional<SSLContext> trust) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("photofinish")
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS));
        trust.ifPresent(context -> settings.applyToSslSettings(tls -> tls.context(context)));
        if (address.getServerSelectionTimeout() == null) {
            settings.applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(SELECTION.toMillis(), TimeUnit.MILLISECONDS));
        }
        return settings.build();
    }

    /** Kind, version, hosts and name, without credentials. */
    public String description() {
        return description;
    }

    public MongoDatabase mongo() {
        return database;
    }

    /** Whether it once stopped answering: then nobody waits for it again, which would take as long each time. */
    boolean isLost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    /**
     * Whether a failure says that nobody answers any more. Of two questions asked at once one may be told that the connection
     * broke, and the other that there are none left.
     */
    static boolean isGone(MongoException failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoConnectionPoolClearedException;
    }

    @Override
    public void close() {
        client.close();
    }

    private static ConnectionString parse(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw UnusableAddress.of(uri, e);
        }
    }
}
