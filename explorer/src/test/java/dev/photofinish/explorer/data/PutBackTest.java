package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

/** Document by document, byte by byte, and nothing that the contest has not written. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded one makes its collections anew, and only this process reaches it")
class PutBackTest {

    private static final String EVERY_TYPE = """
        {"a double": 0.1, "a whole double": 1.0, "minus zero": {"$numberDouble": "-0.0"}, "not a number": {"$numberDouble": "NaN"},
         "text": "ä\\u0000", "document": {"b": 1, "a": {"$timestamp": {"t": 0, "i": 0}}}, "array": [1, {"x": null}, []],
         "binary": {"$binary": {"base64": "AQID", "subType": "80"}}, "uuid": {"$uuid": "00112233-4455-6677-8899-aabbccddeeff"},
         "old binary": {"$binary": {"base64": "AQID", "subType": "02"}}, "undefined": {"$undefined": true},
         "id": {"$oid": "5f5f5f5f5f5f5f5f5f5f5f5f"}, "yes": true, "date": {"$date": {"$numberLong": "-1"}}, "nothing": null,
         "pattern": {"$regularExpression": {"pattern": "a", "options": "ix"}}, "code": {"$code": "f()"},
         "pointer": {"$dbPointer": {"$ref": "x", "$id": {"$oid": "5f5f5f5f5f5f5f5f5f5f5f5f"}}}, "symbol": {"$symbol": "s"},
         "code in scope": {"$code": "f()", "$scope": {"x": 1}}, "int": 1, "timestamp": {"$timestamp": {"t": 5, "i": 6}},
         "long": {"$numberLong": "1"}, "decimal": {"$numberDecimal": "1.00"}, "": "no name",
         "least": {"$minKey": 1}, "most": {"$maxKey": 1}}\
        """;

    private final TestDatabase database;
    private final MongoNamespace items;
    private final Written written;
    private final RestoredData data;

    PutBackTest(TestDatabase database) {
        this.database = database;
        this.items = new MongoNamespace(database.name(), "items");
        this.written = new Written(Set.of(items), Set.of());
        this.data = new RestoredData(database.client(), () -> {});
    }

    @Test
    void everyTypeByteByByte() throws Exception {
        for (int id = 0; id < 3; id++) {
            insertRaw(new BsonDocument("_id", new BsonInt32(id)), BsonDocument.parse(EVERY_TYPE));
        }
        database.collection("items").updateMany(new Document(), Updates.set("empty", new BsonTimestamp(0, 0)));
        data.make(written);
        Object before = hash();

        Gated.update(data, database, "items", new Document("_id", 0), new Document("text", "other"), false);
        Gated.update(
                data,
                database,
                "items",
                new Document("_id", 1),
                new Document("$unset", new Document("empty", 1)),
                false);
        Gated.delete(data, database, "items", new Document("_id", 2));
        Gated.insert(data, database, "items", new Document("_id", 3));
        assertThat(hash()).isNotEqualTo(before);
        putBack();

        assertThat(hash()).isEqualTo(before);
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded one takes no such names")
    void fieldsWithNamesThatNoReplacementMayHave() throws Exception {
        for (int id = 0; id < 2; id++) {
            insertRaw(
                    new BsonDocument("_id", new BsonInt32(id)),
                    new BsonDocument("n", new BsonInt32(0))
                            .append("$price", new BsonInt32(1))
                            .append("a.b", new BsonDocument("$sum", new BsonString("$n")))
                            .append("empty", new BsonInt32(0)));
        }
        database.collection("items").updateMany(new Document(), Updates.set("empty", new BsonTimestamp(0, 0)));
        data.make(written);
        Object before = hash();

        Gated.update(
                data, database, "items", new Document("_id", 0), new Document("$inc", new Document("n", 1)), false);
        Gated.delete(data, database, "items", new Document("_id", 1));
        putBack();

        assertThat(hash()).isEqualTo(before);
    }

    /** Nobody else has written, so that nobody has to look again. */
    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded one takes no such names")
    void theyGoBackAtTheFirstAttempt() throws Exception {
        insertRaw(new BsonDocument("_id", new BsonInt32(1)), new BsonDocument("$price", new BsonInt32(1)));
        MongoCollection<RawBsonDocument> collection = database.database().getCollection("items", RawBsonDocument.class);
        RawBsonDocument was = collection.find().first();
        database.collection("items").updateOne(Filters.eq("_id", 1), Updates.inc("n", 1));
        RawBsonDocument is = collection.find().first();

        List<Account.Changed> changed =
                List.of(new Account.Changed(Objects.requireNonNull(was), Objects.requireNonNull(is)));
        Repair repair = new Repair(collection, new Account(List.of(), changed, List.of(), List.of(), List.of(), 0, 0));

        assertThat(repair.carriedOut()).isTrue();
    }

    @Test
    void whatSomebodyElseHasWrittenToTheSameDocumentStays() throws Exception {
        database.collection("items")
                .insertOne(new Document("_id", 1).append("n", 0).append("stock", 5));
        data.make(written);

        Gated.update(
                data, database, "items", new Document("_id", 1), new Document("$set", new Document("stock", 4)), false);
        database.collection("items").updateOne(Filters.eq("_id", 1), Updates.inc("n", 1));

        assertThatThrownBy(this::putBack)
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("1 document, 1 of which the contest has written, too");
        assertThat(all()).containsExactly(new Document("_id", 1).append("n", 1).append("stock", 4));
    }

    /** They are taken back many at a time, and each of them only as it was looked at. */
    @Test
    void whatIsWrittenToOneOfManyThatCameStays() throws Exception {
        data.make(written);
        for (int id = 0; id < 100; id++) {
            Gated.insert(data, database, "items", new Document("_id", id).append("n", 0));
        }
        Contents seen = Contents.of(database.client(), Set.of(items));
        database.collection("items").updateOne(Filters.eq("_id", 50), Updates.set("by", "a colleague"));

        data.putBackAhead(() -> seen, written);

        assertThatThrownBy(data::complete).isInstanceOf(CannotBegin.class);
        assertThat(all()).containsExactly(new Document("_id", 50).append("n", 0).append("by", "a colleague"));
    }

    /** Between the look at it and the moment in which it would have been put back. */
    @Test
    void whatIsWrittenWhileItIsPutBackStays() throws Exception {
        database.collection("items").insertMany(List.of(counter(1), counter(2)));
        data.make(written);
        Gated.update(data, database, "items", new Document(), new Document("$inc", new Document("n", 10)), true);
        Contents seen = Contents.of(database.client(), Set.of(items));
        database.collection("items").updateOne(Filters.eq("_id", 1), Updates.set("by", "a colleague"));

        data.putBackAhead(() -> seen, written);

        assertThatThrownBy(data::complete)
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("past the gate: 1 document");
        assertThat(all())
                .containsExactly(new Document("_id", 1).append("n", 10).append("by", "a colleague"), counter(2));
    }

    @Test
    void documentsThatSomebodyElseDeletesStayDeleted() throws Exception {
        database.collection("items").insertMany(List.of(counter(1), counter(2)));
        data.make(written);
        Gated.update(
                data, database, "items", new Document("_id", 1), new Document("$inc", new Document("n", 1)), false);
        database.collection("items").deleteOne(Filters.eq("_id", 2));

        assertThatThrownBy(this::putBack).isInstanceOf(CannotBegin.class);

        assertThat(all()).containsExactly(counter(1));
    }

    @Test
    void whatTheServerRemovesAtItsTimeIsNobodys() throws Exception {
        database.collection("items")
                .createIndex(
                        Indexes.ascending("until"),
                        new IndexOptions().expireAfter(9L, java.util.concurrent.TimeUnit.DAYS));
        database.collection("items").insertMany(List.of(counter(1), counter(2)));
        data.make(written);
        Gated.update(
                data, database, "items", new Document("_id", 1), new Document("$inc", new Document("n", 1)), false);
        database.collection("items").deleteOne(Filters.eq("_id", 2));

        putBack();

        assertThat(all()).containsExactly(counter(1));
    }

    @Test
    void uniqueValuesThatWereExchangedAreExchangedBack() throws Exception {
        database.collection("items").createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        database.collection("items")
                .insertMany(List.of(counter(1).append("n", 1), counter(2).append("n", 2)));
        data.make(written);
        Object before = hash();

        set(1, 3);
        set(2, 1);
        set(1, 2);
        putBack();

        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void aDocumentThatBreaksAValidatorComesBack() throws Exception {
        database.database()
                .createCollection(
                        "items",
                        new CreateCollectionOptions()
                                .validationOptions(new ValidationOptions().validator(Filters.gte("n", 0))));
        database.database()
                .runCommand(new Document("insert", "items")
                        .append("documents", List.of(new Document("_id", 1).append("n", -1)))
                        .append("bypassDocumentValidation", true));
        data.make(written);

        set(1, 1);
        putBack();

        assertThat(all()).containsExactly(new Document("_id", 1).append("n", -1));
    }

    @Test
    void aDroppedCollectionComesBackWithItsIndexes() throws Exception {
        database.collection("items").createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        database.collection("items")
                .insertMany(List.of(counter(1).append("n", 1), counter(2).append("n", 2)));
        data.make(written);
        Object before = hash();

        Gated.write(data, database, new Document("drop", "items"));
        data.make(new Written(Set.of(items), Set.of(items)));
        data.complete();

        assertThat(hash()).isEqualTo(before);
        assertThat(database.collection("items").listIndexes().into(new ArrayList<>()))
                .hasSize(2);
    }

    @Test
    void manyDocumentsComeAndGo() throws Exception {
        database.collection("items")
                .insertMany(java.util.stream.IntStream.range(0, 2_500)
                        .mapToObj(PutBackTest::counter)
                        .toList());
        data.make(written);
        Object before = hash();

        Gated.delete(data, database, "items", new Document());
        putBack();

        assertThat(hash()).isEqualTo(before);
    }

    /** What is left behind at the end is as it was given, too. */
    @Test
    void atTheEndToo() throws Exception {
        database.collection("items").insertOne(counter(1));
        data.make(written);
        set(1, 7);
        database.collection("items").insertOne(new Document("_id", "a colleague's"));

        assertThatThrownBy(data::leaveBehind).hasMessageContaining("Somebody else writes to");

        assertThat(all()).containsExactly(counter(1), new Document("_id", "a colleague's"));
    }

    private void putBack() throws CannotBegin, InterruptedException {
        data.make(written);
        data.complete();
    }

    private void set(int id, int n) {
        Gated.update(
                data, database, "items", new Document("_id", id), new Document("$set", new Document("n", n)), false);
    }

    private void insertRaw(BsonDocument id, BsonDocument fields) {
        BsonDocument document = id.clone();
        document.putAll(fields);
        database.database()
                .getCollection("items", RawBsonDocument.class)
                .insertOne(RawBsonDocument.parse(document.toJson()));
    }

    private Object hash() {
        Document answer = database.database().runCommand(new Document("dbHash", 1));
        return Objects.requireNonNull(answer.get("collections", Map.class).get("items"));
    }

    private List<Document> all() {
        return database.collection("items").find().into(new ArrayList<>());
    }

    private static Document counter(int id) {
        return new Document("_id", id).append("n", 0);
    }
}
