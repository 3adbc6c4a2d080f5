package dev.photofinish.explorer.wire;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Asks servers who they are, each on its own, with the driver's own monitor: it needs no credentials. */
record Introductions(ConnectionString address, Optional<SSLContext> encryption) {

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 15;

    /**
     * @return what those said that answered
     * @throws CannotOpenGate if none did, with what became of the first
     */
    List<ServerDescription> ask(List<ServerAddress> servers) throws CannotOpenGate, InterruptedException {
        List<ServerDescription> answers = new ArrayList<>();
        Optional<CannotOpenGate> first = Optional.empty();
        for (ServerAddress server : servers) {
            try {
                answers.add(ask(server));
            } catch (CannotOpenGate e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        if (answers.isEmpty()) {
            throw first.orElseThrow();
        }
        return answers;
    }

    private ServerDescription ask(ServerAddress server) throws CannotOpenGate, InterruptedException {
        BlockingQueue<ServerDescription> said = new LinkedBlockingQueue<>();
        ServerListener listener = new ServerListener() {
            @Override
            public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
                if (event.getNewDescription().isOk()
                        || event.getNewDescription().getException() != null) {
                    said.add(event.getNewDescription());
                }
            }
        };
        MongoClient client = MongoClients.create(settings(server, listener));
        try {
            ServerDescription answer = said.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new CannotOpenGate("%s took our connection and said nothing for %s seconds. Is it a MongoDB?"
                        .formatted(server, ANSWER_SECONDS));
            }
            Throwable problem = answer.getException();
            if (problem != null) {
                throw Refusal.of(server, problem);
            }
            return answer;
        } finally {
            client.close();
        }
    }

    private MongoClientSettings settings(ServerAddress server, ServerListener listener) {
        return MongoClientSettings.builder()
                .applicationName("photofinish")
                .applyToClusterSettings(
                        cluster -> cluster.hosts(List.of(server)).mode(ClusterConnectionMode.SINGLE))
                .applyToServerSettings(monitor -> monitor.addServerListener(listener))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .applyToSslSettings(ssl -> {
                    ssl.applyConnectionString(address);
                    encryption.ifPresent(ssl::context);
                })
                .build();
    }
}
