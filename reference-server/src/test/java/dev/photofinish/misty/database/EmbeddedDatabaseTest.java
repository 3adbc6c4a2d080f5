package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {

    @Test
    void saysWhatItIs() {
        try (RunningDatabase database = Databases.start(DatabaseChoice.parse("embedded"))) {
            assertThat(database.engine()).isEqualTo(Engine.EMBEDDED);
            assertThat(database.description()).matches("embedded \\(mongo-java-server \\d+\\.\\d+\\.\\d+\\)");
        }
    }

    @Test
    void keepsWhatWasWritten() {
        try (RunningDatabase database = EmbeddedDatabase.start();
                MongoClient client = MongoClients.create(database.uri())) {
            var stock = client.getDatabase("misty").getCollection("stock");

            stock.insertOne(new Document("quantity", 100));

            assertThat(stock.find().first()).containsEntry("quantity", 100);
        }
    }

    /** More of them tear the reads of large documents. */
    @Test
    void servesAllConnectionsWithOneWorker() {
        long before = workers();
        try (RunningDatabase database = EmbeddedDatabase.start();
                MongoClient one = MongoClients.create(database.uri());
                MongoClient another = MongoClients.create(database.uri())) {

            one.getDatabase("misty").runCommand(new Document("ping", 1));
            another.getDatabase("misty").runCommand(new Document("ping", 1));

            assertThat(workers() - before).isEqualTo(1);
        }
    }

    @Test
    void leavesItsPortWhenClosed() throws Exception {
        RunningDatabase database = EmbeddedDatabase.start();
        int port = Integer.parseInt(database.uri().replaceFirst(".*:(\\d+).*", "$1"));

        database.close();
        database.close();

        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(socket.isBound()).isTrue();
        }
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("mongo-server-worker"))
                .count();
    }
}
