package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Set;
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

    /** Each document that comes may drive out another's. */
    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded one has no capped collections")
    void whatIsAddedToACappedCollectionDependsOnAllThatIsThere() {
        database.client()
                .getDatabase(database.name())
                .createCollection(
                        "news", new CreateCollectionOptions().capped(true).sizeInBytes(4_096));
        database.collection("log").insertOne(new Document());

        assertThat(added("news")).isEqualTo(Keys.UNKNOWN);
        assertThat(added("log").values()).hasSize(2);
    }

    private Keys added(String collection) {
        BsonDocument command =
                BsonDocument.parse("{insert: '%s', documents: [{_id: 1}, {_id: 2}]}".formatted(collection));
        return new CommandReader(keys(), Masking.BY_NAME)
                .read(database.name(), command)
                .accesses()
                .getFirst()
                .added();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{insert: 'boxes', documents: [{codes: [3]}]}",
                "{update: 'boxes', updates: [{q: {}, u: {codes: [3]}}]}",
                "{update: 'boxes', updates: [{q: {}, u: {$set: {codes: [3]}}}]}",
                "{update: 'boxes', updates: [{q: {}, u: {$push: {codes: 3}}}]}",
                "{update: 'boxes', updates: [{q: {}, u: {$rename: {old: 'codes'}}}]}",
                "{update: 'boxes', updates: [{q: {}, u: [{$set: {a: 1}}]}]}",
                "{update: 'boxes', updates: [{q: {codes: [3]}, u: {$set: {a: 1}}, upsert: true}]}",
                "{findAndModify: 'boxes', query: {$and: [{codes: {$eq: [3]}}]}, update: {$set: {a: 1}}, upsert: true}",
                "{aggregate: 'other', pipeline: [{$merge: 'boxes'}], cursor: {}}",
                "{bulkWrite: 1, ops: [], nsInfo: [{ns: 'DATABASE.boxes'}]}",
                "{magic: 1}"
            })
    void norDoesAFieldInWhichAContenderMayStoreAnArray(String command) {
        database.collection("boxes").createIndex(Indexes.ascending("codes"), UNIQUE);
        UniqueKeys keys = keys();
        CommandReader reader = new CommandReader(keys, Masking.BY_NAME);
        assertThat(keys.of(namespace("boxes")).keyFields()).containsExactlyInAnyOrder("_id", "codes");

        reader.read(database.name(), BsonDocument.parse(command.replace("DATABASE", database.name())));

        assertThat(keys.of(namespace("boxes")).keyFields()).containsExactly("_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{insert: 'boxes', documents: [{codes: 3, others: [1]}]}",
                "{update: 'boxes', updates: [{q: {codes: 3}, u: {$set: {codes: 4, others: [3]}}, upsert: true}]}",
                "{update: 'boxes', updates: [{q: {}, u: {$inc: {codes: 1}, $push: {others: 3}}}]}",
                "{update: 'boxes', updates: [{q: {codes: [3]}, u: {$set: {a: 1}}}]}",
                "{delete: 'boxes', deletes: [{q: {}, limit: 0}]}",
                "{insert: 'other', documents: [{codes: [3]}]}"
            })
    void whoStoresNoneThereLeavesItAKey(String command) {
        database.collection("boxes").createIndex(Indexes.ascending("codes"), UNIQUE);
        UniqueKeys keys = keys();

        new CommandReader(keys, Masking.BY_NAME).read(database.name(), BsonDocument.parse(command));

        assertThat(keys.of(namespace("boxes")).keyFields()).containsExactlyInAnyOrder("_id", "codes");
    }

    @Test
    void theFieldsOfACompoundOneAreAKeyTogether() {
        database.collection("weeks").createIndex(Indexes.ascending("employee", "monday"), UNIQUE);

        Uniqueness uniqueness = keys().of(namespace("weeks"));

        assertThat(uniqueness.keys()).containsExactlyInAnyOrder(List.of("_id"), List.of("employee", "monday"));
        assertThat(uniqueness.triedAgain()).containsExactlyInAnyOrder(Set.of("_id"), Set.of("employee", "monday"));
    }

    @Test
    void ofTwoUniqueIndexesOneMayBeMetBeforeThatOfTheFilter() {
        database.collection("users").createIndex(Indexes.ascending("mail"), UNIQUE);
        database.collection("users").createIndex(Indexes.ascending("name"), UNIQUE);

        Uniqueness uniqueness = keys().of(namespace("users"));

        assertThat(uniqueness.identities()).containsExactlyInAnyOrder(Set.of("_id"), Set.of("mail"), Set.of("name"));
        assertThat(uniqueness.triedAgain()).containsExactly(Set.of("_id"));
    }

    @Test
    void aSparseOneIsAnIdentityAllTheSame() {
        database.collection("users")
                .createIndex(
                        Indexes.ascending("badge"),
                        new IndexOptions().unique(true).sparse(true));

        assertThat(keys().of(namespace("users")).identities())
                .containsExactlyInAnyOrder(Set.of("_id"), Set.of("badge"));
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "partial indexes")
    void whatAPartialOneDependsOnIsWrittenWithCareToo() {
        database.collection("users")
                .createIndex(
                        Indexes.ascending("mail"),
                        new IndexOptions()
                                .unique(true)
                                .partialFilterExpression(
                                        Filters.and(Filters.eq("active", true), Filters.exists("a.since"))));

        Uniqueness uniqueness = keys().of(namespace("users"));

        assertThat(uniqueness.uniquePaths()).containsExactlyInAnyOrder("_id", "mail", "active", "a.since");
        assertThat(uniqueness.identities()).containsExactly(Set.of("_id"));
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "collations")
    void underADefaultCollationNothingIsAKeyEvenIfItsIndexHasNone() {
        database.database()
                .createCollection(
                        "names",
                        new CreateCollectionOptions()
                                .collation(Collation.builder().locale("en").build()));
        database.collection("names")
                .createIndex(
                        Indexes.ascending("nick"),
                        new IndexOptions()
                                .unique(true)
                                .collation(Collation.builder().locale("simple").build()));

        Uniqueness uniqueness = keys().of(namespace("names"));

        assertThat(uniqueness.keys()).isEmpty();
        assertThat(uniqueness.identities()).isEmpty();
        assertThat(uniqueness.uniquePaths()).containsExactlyInAnyOrder("_id", "nick");
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
