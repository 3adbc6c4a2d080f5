package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoTimeoutException;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Data that are put back before anybody asks for them. */
@EveryEngine
class RestoredDataTest {

    private final TestDatabase database;
    private final Written stock;
    private final Written stockAndLog;
    private final RestoredData data;

    RestoredDataTest(TestDatabase database) {
        this.database = database;
        this.stock = written("stock");
        this.stockAndLog = written("stock", "log");
        this.data = new RestoredData(
                database.client(), () -> database.collection("stock").insertOne(new Document("_id", "given")));
    }

    @BeforeEach
    void give() throws CannotBegin, InterruptedException {
        data.make(stock);
        data.beforeFirstWrite(stockAndLog.collections());
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "on the embedded one the whole collection is made anew")
    void areNotPutBackAgainWhenSomebodyAsks() throws Exception {
        insert("stock", "by A");
        Contents seen = now(stock);
        insert("stock", "by nobody");
        data.putBackAhead(() -> seen, stock);

        makeAll(stock);

        assertThat(ids("stock")).containsExactlyInAnyOrder("given", "by nobody");
    }

    @Test
    void serveOneExecutionOnly() throws Exception {
        data.putBackAhead(() -> now(stock), stock);
        makeAll(stock);
        insert("stock", "by A");

        makeAll(stock);

        assertThat(ids("stock")).containsExactly("given");
    }

    /** By a job of the application, perhaps, of which the contenders do the same later. */
    @Test
    void arePutBackWhereSomebodyBeganToWriteWhileTheyWereStillBeingGiven() throws Exception {
        RestoredData others = new RestoredData(database.client(), () -> {});
        others.beforeFirstWrite(written("log").collections());
        others.make(Written.NOTHING);
        Gated.insert(others, database, "log", new Document("_id", "by A"));

        others.make(written("log"));
        others.complete();

        assertThat(ids("log")).isEmpty();
    }

    @Test
    void arePutBackOnceMoreIfSomethingElseHasBeenWrittenSince() throws Exception {
        Contents seen = now(stock);
        var written = new CountDownLatch(1);
        data.putBackAhead(
                () -> {
                    written.await();
                    return seen;
                },
                stock);
        insert("log", "late");
        insert("stock", "late");
        written.countDown();

        makeAll(stockAndLog);

        assertThat(ids("stock")).containsExactly("given");
        assertThat(ids("log")).isEmpty();
    }

    /** Somebody has written to one more collection, after what there is was read and while it was put back. */
    @Test
    void areNotComparedWithWhatWasThereBeforeTheyWerePutBack() throws Exception {
        var seen = new AtomicReference<>(Contents.UNKNOWN);
        var reading = new RestoredData(database.client(), () -> {}, seen::get, RestoredData.Manner.PUT_BACK);
        reading.make(stock);
        reading.beforeFirstWrite(stockAndLog.collections());
        Gated.insert(reading, database, "stock", new Document("_id", "by A"));
        seen.set(now(stock));
        reading.putBackAhead(seen::get, stock);

        reading.make(stockAndLog);
        reading.complete();

        assertThat(ids("stock")).containsExactly("given");
    }

    @Test
    void arePutBackIfWhatThereIsCouldNotBeRead() throws Exception {
        insert("stock", "by A");
        data.putBackAhead(
                () -> {
                    throw new MongoTimeoutException("nobody answers");
                },
                stock);

        makeAll(stock);

        assertThat(ids("stock")).containsExactly("given");
    }

    @Test
    @Timeout(60)
    void areWaitedForOnlyBeforeTheFirstCommandIsLetThrough() throws Exception {
        insert("stock", "by A");
        var slow = new CountDownLatch(1);
        data.putBackAhead(
                () -> {
                    slow.await();
                    return now(stock);
                },
                stock);
        data.make(stock);
        var complete = new FutureTask<>(() -> {
            data.complete();
            return ids("stock").iterator().next();
        });
        Thread.ofVirtual().start(complete);
        assertThat(ids("stock")).contains("by A");
        assertThat(complete).isNotDone();

        slow.countDown();

        assertThat(complete.get()).isEqualTo("given");
        assertThat(ids("stock")).containsExactly("given");
    }

    /** Whoever reads a contender's first command may have to know them. */
    @Test
    void areThereAtOnceWhereIndexesMayHaveChanged() throws Exception {
        insert("stock", "by A");
        Written andItsIndexes = new Written(stock.collections(), stock.collections());
        data.putBackAhead(
                () -> {
                    Thread.sleep(50);
                    return now(stock);
                },
                andItsIndexes);

        data.make(andItsIndexes);

        assertThat(ids("stock")).containsExactly("given");
    }

    @Test
    void areLeftAloneOnceTheLastExecutionHasBeenPutBack() throws Exception {
        Contents seen = now(stock);
        data.leaveBehind();
        database.collection("stock").deleteMany(new Document());

        data.putBackAhead(() -> seen, stock);
        data.complete();

        assertThat(ids("stock")).isEmpty();
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "nobody else reaches the embedded one")
    void whatDidNotComeThroughTheGateStaysAndNothingBeginsAnyMore() throws Exception {
        insert("stock", "by A");
        database.collection("stock").insertOne(new Document("_id", "a colleague's"));

        assertThatThrownBy(() -> makeAll(stock))
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining(
                        "Somebody else writes to " + database.name() + ".stock past the gate: 1 document.")
                .hasMessageContaining("Nothing of that was put back or deleted")
                .hasMessageEndingWith("on a database of its own.");

        assertThat(ids("stock")).containsExactly("given", "a colleague's");
        assertThatThrownBy(() -> makeAll(stock)).hasMessageContaining("Somebody else writes to");
    }

    /** An application that writes when something changes does so when data are put back, too. */
    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "nobody else reaches the embedded one")
    void whereTheApplicationFollowsWhatChangesItMayBeTheStranger() throws Exception {
        insert("stock", "by A");
        data.disowned(BsonDocument.parse("{getMore: {$numberLong: '5'}, collection: 'stock'}"));
        database.collection("stock").insertOne(new Document("_id", "counted"));

        assertThatThrownBy(() -> makeAll(stock))
                .hasMessageContaining("The application itself goes on reading stock all the time")
                .hasMessageContaining("--fresh given");
    }

    @Test
    void whatABackgroundJobWritesStays() throws Exception {
        insert("stock", "by A");
        var sent = Gated.insert(data, database, "stock", new Document("_id", "a job's"));
        data.disowned(sent);

        makeAll(stock);
        makeAll(stock);

        assertThat(ids("stock")).containsExactly("given", "a job's");
    }

    /** It stood on the page of the contest's commands, but came to the database after that had been turned. */
    @Test
    void soDoesWhatIsFoundOutToBeAJobsOnlyWhenTheNextExecutionBegins() throws Exception {
        BsonDocument job = BsonDocument.parse("{insert: 'stock', documents: [{_id: \"a job's\"}]}");
        insert("stock", "by A");
        data.passes(database.name(), Gated.writing("insert", database, "stock"), job);
        CountDownLatch come = new CountDownLatch(1);
        data.putBackAhead(
                () -> {
                    come.await();
                    return now(stock);
                },
                stock);

        data.disowned(job);
        data.answered(job, database.database().runCommand(job, BsonDocument.class));
        come.countDown();
        makeAll(stock);

        assertThat(ids("stock")).containsExactly("given", "a job's");
        assertThat(data.strangers(now(stock))).isEmpty();
    }

    @Test
    void dataThatAreReadAndChangeThoughNobodyWritesThroughTheGateAreSaid() throws Exception {
        data.beforeFirstRead(written("settings").collections());
        database.collection("settings").insertOne(new Document("_id", "past the gate"));

        assertThatThrownBy(() -> makeAll(stock))
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("settings (1 document). The application also reaches its database past the gate");
        assertThat(ids("settings")).containsExactly("past the gate");
    }

    private void makeAll(Written written) throws CannotBegin, InterruptedException {
        data.make(written);
        data.complete();
    }

    /** As if it had come through the gate. */
    private void insert(String collection, String id) {
        Gated.insert(data, database, collection, new Document("_id", id));
    }

    private Iterable<String> ids(String collection) {
        return database.collection(collection).find().map(document -> document.getString("_id"));
    }

    private Contents now(Written written) {
        return Contents.of(database.client(), written.collections());
    }

    private Written written(String... collections) {
        return new Written(
                Set.of(collections).stream()
                        .map(name -> new MongoNamespace(database.name(), name))
                        .collect(Collectors.toSet()),
                Set.of());
    }
}
