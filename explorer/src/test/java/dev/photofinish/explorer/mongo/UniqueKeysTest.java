package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EveryEngine
class UniqueKeysTest {

    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    private final TestDatabase database;

    UniqueKeysTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aUniqueIndexOnOneFieldMakesItAKey() {
        database.collection("orders").createIndex(Indexes.ascending("number"), UNIQUE);
        database.collection("orders").createIndex(Indexes.ascending("client"));

        assertThat(keys().of(namespace("orders")).keyFields()).containsExactlyInAnyOrder("_id", "number");
    }

    @Test
    void aCompoundOneIsNoKeyButItsFieldsAreWrittenWithCare() {
        database.collection("weeks").createIndex(Indexes.ascending("employee", "monday"), UNIQUE);

        Uniqueness uniqueness = keys().of(namespace("weeks"));

        assertThat(uniqueness.keyFields()).containsExactly("_id");
        assertThat(uniqueness.uniquePaths()).containsExactlyInAnyOrder("_id", "employee", "monday");
    }

    @Test
    void aSparseOneIsNoKey() {
        database.collection("users")
                .createIndex(
                        Indexes.ascending("badge"),
                        new IndexOptions().unique(true).sparse(true));

        assertThat(keys().of(namespace("users")).keyFields()).containsExactly("_id");
        assertThat(keys().of(namespace("users")).uniquePaths()).contains("badge");
    }

    @Test
    void aFieldThatHoldsArraysIsNoKey() {
        database.collection("boxes").createIndex(Indexes.ascending("codes"), UNIQUE);
        database.collection("boxes").insertOne(new Document("codes", List.of(1, 2)));

        assertThat(keys().of(namespace("boxes")).keyFields()).containsExactly("_id");
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "partial indexes and collations")
    void aPartialOrCollatedOneIsNoKey() {
        database.collection("users")
                .createIndex(
                        Indexes.ascending("mail"),
                        new IndexOptions().unique(true).partialFilterExpression(Filters.exists("mail")));
        database.collection("users")
                .createIndex(
                        Indexes.ascending("name"),
                        new IndexOptions()
                                .unique(true)
                                .collation(Collation.builder().locale("en").build()));

        assertThat(keys().of(namespace("users")).keyFields()).containsExactly("_id");
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "collations")
    void underADefaultCollationNotEvenTheId() {
        database.database()
                .createCollection(
                        "names",
                        new CreateCollectionOptions()
                                .collation(Collation.builder().locale("en").build()));

        assertThat(keys().of(namespace("names")).keyFields()).isEmpty();
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "views")
    void aViewIsKnown() {
        database.database().createView("open", "orders", List.of());

        assertThat(keys().of(namespace("open"))).isEqualTo(Uniqueness.VIEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{insert: 'late', documents: [{}]}",
                "{aggregate: 'other', pipeline: [{$out: 'late'}], cursor: {}}",
                "{magic: 1}"
            })
    void whatIsNotThereYetIsAskedAgainOnceSomebodyMayHaveWrittenToIt(String command) {
        UniqueKeys keys = keys();
        CommandReader reader = new CommandReader(keys, Masking.BY_NAME);
        assertThat(keys.of(namespace("late")).keyFields()).isEmpty();
        database.collection("late").insertOne(new Document());

        reader.read(database.name(), BsonDocument.parse(command));

        assertThat(keys.of(namespace("late")).keyFields()).containsExactly("_id");
    }

    @Test
    void untilThenItIsNotAskedAgain() {
        UniqueKeys keys = keys();
        CommandReader reader = new CommandReader(keys, Masking.BY_NAME);
        assertThat(keys.of(namespace("late")).keyFields()).isEmpty();
        database.collection("late").insertOne(new Document());

        reader.read(database.name(), BsonDocument.parse("{find: 'late'}"));
        reader.read(database.name(), BsonDocument.parse("{insert: 'other', documents: [{}]}"));

        assertThat(keys.of(namespace("late")).keyFields()).isEmpty();
    }

    @Test
    void aNamespaceIsAskedOnce() {
        database.collection("orders").insertOne(new Document());
        UniqueKeys keys = keys();
        keys.of(namespace("orders"));

        database.collection("orders").createIndex(Indexes.ascending("number"), UNIQUE);

        assertThat(keys.of(namespace("orders")).keyFields()).containsExactly("_id");
        assertThat(keys().of(namespace("orders")).keyFields()).contains("number");
    }

    @Test
    void whoseIndexesAreChangedInTheContestIsNoLongerKnown() {
        database.collection("orders").insertOne(new Document());
        UniqueKeys keys = keys();
        CommandReader reader = new CommandReader(keys, Masking.BY_NAME);

        reader.read(database.name(), BsonDocument.parse("{createIndexes: 'orders', indexes: []}"));

        assertThat(keys.of(namespace("orders"))).isEqualTo(Uniqueness.UNKNOWN);
    }

    private UniqueKeys keys() {
        return UniqueKeys.of(database.client());
    }

    private MongoNamespace namespace(String collection) {
        return new MongoNamespace(database.name(), collection);
    }
}
