package dev.photofinish.explorer.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.gate.Ticker;
import dev.photofinish.explorer.gate.WaitProbe;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.Replies;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class HoldingListenerTest {

    private final Gatekeeper gatekeeper =
            new Gatekeeper(List.of("A"), WaitProbe.NONE, Patience.DEFAULT, new Pace(), Ticker.SYSTEM);
    private final Seat seat = new Seat("A", gatekeeper, new Seen());
    private final HoldingListener listener = new HoldingListener(
            new CommandReader(
                    namespace -> {
                        throw new IllegalStateException("the indexes cannot be asked for");
                    },
                    Masking.BY_NAME),
            new Replies(Masking.BY_NAME),
            new Passers());

    @Test
    void aCommandThatCannotBeReadMakesTheScheduleInconclusive() throws InterruptedException {
        gatekeeper.started("A");

        seat.run(() -> listener.commandStarted(started("{find: 'stock', filter: {_id: 1}}")));

        assertThat(gatekeeper.settle().lost().orElseThrow())
                .startsWith("A command could not be read at the gate")
                .contains("the indexes cannot be asked for");
    }

    @Test
    void housekeepingPasses() throws InterruptedException {
        gatekeeper.started("A");

        seat.run(() -> listener.commandStarted(started("{endSessions: []}")));

        gatekeeper.finished("A");
        assertThat(gatekeeper.settle().over()).isTrue();
    }

    @Test
    void whatAThreadWithoutASeatSendsPasses() throws InterruptedException {
        gatekeeper.started("A");

        listener.commandStarted(started("{find: 'stock', filter: {_id: 1}}"));

        gatekeeper.finished("A");
        assertThat(gatekeeper.settle().over()).isTrue();
    }

    private static CommandStartedEvent started(String command) {
        BsonDocument document = BsonDocument.parse(command);
        ConnectionDescription connection =
                new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress("127.0.0.1")));
        return new CommandStartedEvent(null, 1, 1, connection, "shop", document.getFirstKey(), document);
    }
}
