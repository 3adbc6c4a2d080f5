package dev.photofinish.explorer.wire;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.attribution.Background;
import dev.photofinish.explorer.mongo.UpsertStop;
import dev.photofinish.explorer.processes.Residence;
import dev.photofinish.explorer.processes.Vigil;
import dev.photofinish.explorer.traffic.Idleness;
import dev.photofinish.explorer.traffic.OwnCommands;
import dev.photofinish.explorer.traffic.Passing;
import dev.photofinish.explorer.wire.Upstream.Member;
import dev.photofinish.explorer.wire.Upstream.Reach;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Stands between an unmodified application and its MongoDB.
 *
 * <pre>
 * application ──▶ listener (one a member) ──▶ link ──▶ member
 *             ◀──                         ◀──      ◀──
 * </pre>
 *
 * <p>Everything passes unchanged but what a client could use to get past the gate: the members' addresses in the answers to a
 * handshake, and the compression that it would offer. A {@link WireContest} holds commands while it runs. Safe for any thread.
 */
public final class WireGate implements AutoCloseable {

    private final WireSettings settings;
    private final Upstream upstream;
    private final Listeners listeners;
    private final MongoClient database;
    private final TransactionLifetime transactionLifetime;
    private final UpsertStop upsertStop;
    private final Background background = new Background();
    private final Idleness idleness;
    private final Vigil vigil;

    private WireGate(
            WireSettings settings,
            Upstream upstream,
            Listeners listeners,
            MongoClient database,
            Idleness idleness,
            Residence residence) {
        this.vigil = Vigil.over(listeners.gateway().members()::ports, residence);
        this.idleness = idleness;
        this.settings = settings;
        this.upstream = upstream;
        this.listeners = listeners;
        this.database = database;
        this.transactionLifetime = new TransactionLifetime(database);
        this.upsertStop = new UpsertStop(database);
    }

    /**
     * Connects to the database, and listens.
     *
     * @throws CannotOpenGate if nobody answers there or will talk to us, or if the port is taken
     */
    public static WireGate open(WireSettings settings) throws CannotOpenGate, InterruptedException {
        return open(settings, Residence.UNKNOWN);
    }

    /**
     * The same for an application of which it is known where it runs.
     *
     * @throws CannotOpenGate if nobody answers there or will talk to us, or if the port is taken
     */
    public static WireGate open(WireSettings settings, Residence residence)
            throws CannotOpenGate, InterruptedException {
        ConnectionString address = settings.upstream();
        Upstream upstream = Upstream.find(settings);
        Passing passing = new Passing();
        MongoClient database = Upstream.client(address, upstream.encryption(), new OwnCommands(passing));
        try {
            enter(database, upstream.members().getFirst().dial());
            Dialer.Hostnames hostnames = Boolean.TRUE.equals(address.getSslInvalidHostnameAllowed())
                    ? Dialer.Hostnames.ANY
                    : Dialer.Hostnames.VERIFIED;
            Listeners listeners = Listeners.open(upstream, hostnames, settings.listen(), passing);
            return new WireGate(settings, upstream, listeners, database, new Idleness(database, passing), residence);
        } catch (CannotOpenGate e) {
            database.close();
            throw e;
        }
    }

    /** With the credentials, if there are any. */
    private static void enter(MongoClient database, ServerAddress server) throws CannotOpenGate {
        try {
            database.getDatabase("admin").runCommand(new Document("ping", 1));
        } catch (MongoException e) {
            throw Refusal.of(server, e);
        }
    }

    /** What the application has to be given in place of the database's address, without its credentials and its database. */
    public String connectionString() {
        List<Member> named = upstream.setName().isPresent() ? upstream.members().subList(0, 1) : upstream.members();
        String hosts = named.stream().map(this::address).collect(Collectors.joining(","));
        String option = upstream.reach() == Reach.DIRECT
                ? "?directConnection=true"
                : upstream.setName().map(name -> "?replicaSet=" + name).orElse("");
        return "mongodb://" + hosts + "/" + option;
    }

    private String address(Member member) {
        InetSocketAddress listen = new InetSocketAddress(settings.listen().getHostString(), 0);
        InetAddress host =
                listen.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listen.getAddress();
        return listeners
                .gateway()
                .address(member.name(), new InetSocketAddress(host, 0))
                .orElseThrow();
    }

    /** The database itself, past the gate. Closed with the gate. */
    public MongoClient database() {
        return database;
    }

    /** @return what is to be said where transactions may not stay open for as long as commands may be held */
    Optional<String> holdTransactionsOpen() {
        return upstream.setName().flatMap(set -> transactionLifetime.raise());
    }

    /** What stops upserts between their look and their insert; empty on a server that is not for tests. */
    Optional<UpsertStop> upsertStop() {
        return upsertStop.ifThere();
    }

    /** What the application does when nobody asks it anything. */
    Background background() {
        return background;
    }

    /** What is done past the gate when nobody asks the application anything. */
    Idleness idleness() {
        return idleness;
    }

    /** Whether the application sleeps. */
    Vigil vigil() {
        return vigil;
    }

    ScheduledExecutorService timer() {
        return listeners.timer();
    }

    Gateway gateway() {
        return listeners.gateway();
    }

    /** Lets everything go that is held, ends all connections, and listens no longer. Closing twice is closing once. */
    @Override
    public void close() {
        listeners.close();
        vigil.close();
        transactionLifetime.restore();
        upsertStop.close();
        database.close();
    }
}
