package dev.photofinish.explorer.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * Measures in one run what a client sees of a server directly, through HAProxy in TCP mode, and through the wire gate with
 * nothing held. The three take turns, so that whatever else the machine does hits all of them.
 *
 * @param connections the numbers of connections to measure with
 * @param warmUp for each way and number of connections
 * @param slice one way's turn
 * @param turns how often each way has its turn
 */
public record GateBench(List<Integer> connections, Duration warmUp, Duration slice, int turns) {

    public static final GateBench DEFAULT =
            new GateBench(List.of(1, 16), Duration.ofSeconds(4), Duration.ofMillis(500), 10);

    public GateBench {
        connections = List.copyOf(connections);
    }

    /**
     * @param server without TLS and credentials, such as {@code 127.0.0.1:27017}; a small collection is made there and dropped
     * @throws CannotCompare if HAProxy is not to be had, or the server does not answer
     */
    public GateComparison run(String server, Consumer<String> progress) throws CannotCompare, InterruptedException {
        int colon = server.lastIndexOf(':');
        InetSocketAddress address =
                new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
        try (MongoClient client = MongoClients.create("mongodb://" + server + "/?directConnection=true");
                Way direct = new Way.Direct(address);
                Way haProxy = HaProxy.start(address);
                Way gate = GateProcess.start(server)) {
            var collection = client.getDatabase("photofinish_bench").getCollection("photofinish_bench");
            collection.replaceOne(
                    new Document("_id", 1),
                    new Document("_id", 1).append("text", "x".repeat(200)),
                    new ReplaceOptions().upsert(true));
            try {
                return compare(direct, haProxy, gate, progress);
            } finally {
                client.getDatabase("photofinish_bench").drop();
            }
        } catch (IOException e) {
            throw new CannotCompare("The measurement broke off: " + e.getMessage(), e);
        }
    }

    private GateComparison compare(Way direct, Way haProxy, Way gate, Consumer<String> progress)
            throws IOException, InterruptedException {
        List<GateComparison.Result> results = new ArrayList<>();
        for (int count : connections) {
            progress.accept(count + (count == 1 ? " connection" : " connections"));
            try (Track straight = new Track(direct, count);
                    Track theirs = new Track(haProxy, count);
                    Track ours = new Track(gate, count)) {
                measure(List.of(straight, theirs, ours));
                results.add(new GateComparison.Result(count, straight.measured(), theirs.measured(), ours.measured()));
            }
        }
        return new GateComparison(results);
    }

    private void measure(List<Track> tracks) throws IOException, InterruptedException {
        for (Track track : tracks) {
            track.warmUp(warmUp);
        }
        for (int turn = 0; turn < turns; turn++) {
            for (Track track : tracks) {
                track.turn(slice);
            }
        }
    }
}
