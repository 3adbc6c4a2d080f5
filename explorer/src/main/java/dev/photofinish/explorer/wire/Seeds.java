package dev.photofinish.explorer.wire;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The servers that an address names; those of an SRV address are looked up by the driver, the way the application's would. */
final class Seeds {

    private static final int LOOKUP_SECONDS = 15;

    private Seeds() {}

    static List<ServerAddress> of(ConnectionString address) throws CannotOpenGate, InterruptedException {
        return address.isSrvProtocol()
                ? lookUp(address)
                : address.getHosts().stream().map(ServerAddress::new).toList();
    }

    private static List<ServerAddress> lookUp(ConnectionString address) throws CannotOpenGate, InterruptedException {
        BlockingQueue<ClusterDescription> seen = new LinkedBlockingQueue<>();
        ClusterListener listener = new ClusterListener() {
            @Override
            public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
                ClusterDescription description = event.getNewDescription();
                if (!description.getServerDescriptions().isEmpty() || description.getSrvResolutionException() != null) {
                    seen.add(description);
                }
            }
        };
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.addClusterListener(listener))
                .build();
        MongoClient client = MongoClients.create(settings);
        try {
            return servers(address, seen.poll(LOOKUP_SECONDS, TimeUnit.SECONDS));
        } finally {
            client.close();
        }
    }

    private static List<ServerAddress> servers(ConnectionString address, @Nullable ClusterDescription found)
            throws CannotOpenGate {
        String name = address.getHosts().getFirst();
        if (found == null) {
            throw new CannotOpenGate(
                    "DNS gave no answer about mongodb+srv://%s for %s seconds.".formatted(name, LOOKUP_SECONDS));
        }
        MongoException problem = found.getSrvResolutionException();
        if (problem != null) {
            throw new CannotOpenGate(
                    "DNS names no servers for mongodb+srv://%s: %s.".formatted(name, problem.getMessage()), problem);
        }
        return found.getServerDescriptions().stream()
                .map(ServerDescription::getAddress)
                .toList();
    }
}
