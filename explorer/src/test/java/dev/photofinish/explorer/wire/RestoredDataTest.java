package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.mongo.Contents;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void areNotPutBackAgainWhenSomebodyAsks() throws Exception {
        insert("stock", "by A");
        data.putBackAhead(now(stock), stock);
        assertThat(ids("stock")).containsExactly("given");

        insert("stock", "by nobody");
        data.make(stock);

        assertThat(ids("stock")).contains("by nobody");
    }

    @Test
    void serveOneExecutionOnly() throws Exception {
        data.putBackAhead(now(stock), stock);
        data.make(stock);
        insert("stock", "by A");

        data.make(stock);

        assertThat(ids("stock")).containsExactly("given");
    }

    @Test
    void arePutBackOnceMoreIfSomethingElseHasBeenWrittenSince() throws Exception {
        data.putBackAhead(now(stock), stock);
        insert("log", "late");
        insert("stock", "late");

        data.make(stockAndLog);

        assertThat(ids("stock")).containsExactly("given");
        assertThat(ids("log")).isEmpty();
    }

    @Test
    void areLeftAloneOnceTheLastExecutionHasBeenPutBack() throws Exception {
        Contents seen = now(stock);
        data.leaveBehind();
        database.collection("stock").deleteMany(new Document());

        data.putBackAhead(seen, stock);

        assertThat(ids("stock")).isEmpty();
    }

    private void insert(String collection, String id) {
        database.collection(collection).insertOne(new Document("_id", id));
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
