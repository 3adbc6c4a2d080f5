package dev.photofinish.explorer.wire;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.CommandListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * The database behind a gate.
 *
 * @param members those that clients may be told of; the first is the one to begin with
 * @param setName of its replica set, unless it is none
 * @param encryption if it wants TLS
 */
record Upstream(List<Member> members, Optional<String> setName, Reach reach, Optional<SSLContext> encryption) {

    private static final int SELECTION_SECONDS = 5;

    /**
     * One server.
     *
     * @param name its address as its replica set calls it, or as it was given
     * @param dial where we reach it
     */
    record Member(String name, ServerAddress dial) {}

    /** Which members there are. */
    enum Reach {
        /** The one that was given, whatever it says of others. */
        DIRECT,
        /** Those that were given, and all that they name. */
        DISCOVERED
    }

    /**
     * Asks the servers that the address names who they are.
     *
     * @throws CannotOpenGate with what the first one said, if none will talk to us, or if it is another set than expected
     */
    static Upstream find(WireSettings settings) throws CannotOpenGate, InterruptedException {
        ConnectionString address = settings.upstream();
        Optional<SSLContext> encryption = encryption(settings);
        List<ServerDescription> answers = new Introductions(address, encryption).ask(Seeds.of(address));
        Roll roll = new Roll(answers);
        roll.check(Optional.ofNullable(address.getRequiredReplicaSetName()));
        Reach reach = Boolean.TRUE.equals(address.isDirectConnection()) ? Reach.DIRECT : Reach.DISCOVERED;
        return new Upstream(roll.members(reach), roll.setName(), reach, encryption);
    }

    private static Optional<SSLContext> encryption(WireSettings settings) throws CannotOpenGate {
        // the driver has already decided that an SRV address wants it unless told otherwise
        if (!Boolean.TRUE.equals(settings.upstream().getSslEnabled())) {
            return Optional.empty();
        }
        return settings.trust().isPresent() ? settings.trust() : Optional.of(Trust.ofTheJdk());
    }

    /** A client of our own, past the gate. A database that is gone is noticed soon, unless the address says otherwise. */
    static MongoClient client(ConnectionString address, Optional<SSLContext> encryption, CommandListener listener) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(address)
                .addCommandListener(listener);
        encryption.ifPresent(context -> settings.applyToSslSettings(ssl -> ssl.context(context)));
        return MongoClients.create(settings.applicationName("photofinish").build());
    }
}
