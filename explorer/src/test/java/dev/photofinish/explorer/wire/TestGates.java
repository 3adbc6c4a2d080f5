package dev.photofinish.explorer.wire;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Gates on free ports, and clients that go through them. */
final class TestGates {

    private TestGates() {}

    static WireGate open(String upstream) throws CannotOpenGate, InterruptedException {
        return WireGate.open(settings(upstream));
    }

    static WireSettings settings(String upstream) {
        return new WireSettings(
                InetSocketAddress.createUnresolved("127.0.0.1", 0), new ConnectionString(upstream), Optional.empty());
    }

    static MongoClient client(WireGate gate) {
        return client(gate.connectionString());
    }

    static MongoClient client(String address) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }
}
