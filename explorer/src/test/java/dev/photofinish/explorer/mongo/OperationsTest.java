package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class OperationsTest {

    private static final int LOOKS = 10_000;

    private final TestDatabase database;
    private final Operations operations;
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    OperationsTest(TestDatabase database) {
        this.database = database;
        this.operations = new Operations(database.client());
    }

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    @OnEngine(value = Engine.EMBEDDED, because = "the others can tell")
    void theEmbeddedDatabaseCannotTell() {
        assertThat(operations.byClient("127.0.0.1:1")).isInstanceOf(Progress.CannotTell.class);
        assertThat(operations.openTransactions(List.of(session()))).isEmpty();
        operations.endSessions(List.of(session()));
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "$currentOp")
    void aConnectionWithoutAnOperationHasNone() {
        assertThat(operations.byClient("127.0.0.1:1")).isEqualTo(new Progress.Absent());
        assertThat(operations.bySession(session())).isEqualTo(new Progress.Absent());
        assertThat(operations.kill("127.0.0.1:1")).isFalse();
        operations.endSessions(List.of(session()));
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void aWriteBehindAnOpenTransactionIsBlockedUntilItEnds() throws Exception {
        try (ClientSession open = database.client().startSession();
                ClientSession blocked = database.client().startSession()) {
            openTransaction(open);
            Future<Long> write = others.submit(() -> update(blocked, 2));

            Progress first = await(
                    () -> operations.bySession(lsid(blocked)),
                    seen -> seen instanceof Progress.Active active && active.writeConflicts() > 0);
            Progress later = await(() -> operations.bySession(lsid(blocked)), seen -> seen.blockedSince(first));

            assertThat(later).isInstanceOf(Progress.Active.class);
            assertThat(write).isNotDone();
            open.commitTransaction();
            assertThat(write.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void aBlockedWriteCanBeKilledByItsConnection() throws Exception {
        try (ClientSession open = database.client().startSession();
                ClientSession blocked = database.client().startSession()) {
            openTransaction(open);
            Future<Long> write = others.submit(() -> update(blocked, 2));
            await(
                    () -> operations.bySession(lsid(blocked)),
                    seen -> seen instanceof Progress.Active active && active.writeConflicts() > 0);

            String address = addressOf(lsid(blocked));
            assertThat(operations.byClient(address)).isInstanceOf(Progress.Active.class);
            assertThat(operations.kill(address)).isTrue();

            assertThatThrownBy(() -> write.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .rootCause()
                    .hasMessageContaining("11601");
            open.abortTransaction();
            assertThat(quantity()).isEqualTo(0);
        }
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void noTransactionIsLeftOpen() {
        try (ClientSession open = database.client().startSession()) {
            openTransaction(open);
            BsonDocument lsid = lsid(open);
            assertThat(operations.openTransactions(List.of(lsid, session()))).containsExactly(lsid);

            operations.endSessions(List.of(lsid, session()));

            assertThat(operations.openTransactions(List.of(lsid))).isEmpty();
            assertThat(database.collection("stock")
                            .updateOne(Filters.eq("_id", 1), Updates.set("quantity", 5))
                            .getModifiedCount())
                    .isEqualTo(1);
            assertThatThrownBy(open::commitTransaction).isInstanceOf(MongoCommandException.class);
        }
    }

    private void openTransaction(ClientSession session) {
        database.collection("stock").insertOne(new Document("_id", 1).append("quantity", 0));
        session.startTransaction();
        update(session, 1);
    }

    private long update(ClientSession session, int quantity) {
        return database.collection("stock")
                .updateOne(session, Filters.eq("_id", 1), Updates.set("quantity", quantity))
                .getModifiedCount();
    }

    private int quantity() {
        return database.collection("stock").find().first().getInteger("quantity");
    }

    private String addressOf(BsonDocument lsid) {
        return database.client()
                .getDatabase("admin")
                .aggregate(List.of(
                        Document.parse("{$currentOp: {}}"),
                        new Document("$match", new Document("lsid.id", lsid.get("id")).append("active", true))))
                .first()
                .getString("client");
    }

    private static BsonDocument lsid(ClientSession session) {
        return session.getServerSession().getIdentifier();
    }

    private static BsonDocument session() {
        return new BsonDocument("id", new BsonBinary(UUID.randomUUID()));
    }

    /** Looks again and again, each time a round trip, at most so many times. */
    private static Progress await(Supplier<Progress> look, Predicate<Progress> enough) {
        for (int looks = 0; looks < LOOKS; looks++) {
            Progress seen = look.get();
            if (enough.test(seen)) {
                return seen;
            }
        }
        throw new AssertionError("Not seen in " + LOOKS + " looks; last " + look.get());
    }
}
