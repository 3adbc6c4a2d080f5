package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Keys;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a collection where {@code _id} and {@code number} each name one document, and {@code (site, shelf)} together do. */
class KeyProofTest {

    private static final Uniqueness UNIQUENESS =
            new Uniqueness(Set.of("_id", "number"), Set.of("_id", "number", "site", "shelf", "items.sku"), false);

    private final CommandReader reader = new CommandReader(namespace -> UNIQUENESS, Masking.BY_NAME);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{_id: 7}",
                "{_id: {$eq: 7}}",
                "{_id: {$in: [7]}}",
                "{a: 1, _id: 7, $or: [{_id: 8}, {b: 1}]}",
                "{$and: [{a: 1}, {$and: [{_id: 7}]}]}",
                "{_id: 7, number: 3}",
                "{_id: {$numberLong: '7'}}",
                "{_id: 7.0}",
                "{_id: {$numberDecimal: '7.00'}}"
            })
    void equalityOnAKeyFieldConfines(String filter) {
        assertThat(keys("{find: 's', filter: " + filter + "}")).isEqualTo(new Keys("_id", Set.of("number 7")));
    }

    @Test
    void severalValuesAreSeveralKeys() {
        assertThat(keys("{find: 's', filter: {number: {$in: ['a', 'b']}}}"))
                .isEqualTo(new Keys("number", Set.of("string a", "string b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{a: 7}",
                "{$or: [{_id: 7}, {_id: 8}]}",
                "{$nor: [{_id: 7}]}",
                "{_id: {$ne: 7}}",
                "{_id: {$gt: 7}}",
                "{_id: {$not: {$eq: 7}}}",
                "{_id: {$in: []}}",
                "{_id: {$in: [7, null]}}",
                "{number: null}",
                "{_id: {a: 1}}",
                "{_id: {$regularExpression: {pattern: '^a', options: ''}}}",
                "{_id: {$numberDouble: 'NaN'}}",
                "{site: 'x'}",
                "{'number.a': 1}"
            })
    void nothingElseConfines(String filter) {
        assertThat(keys("{find: 's', filter: " + filter + "}")).isEqualTo(Keys.UNKNOWN);
    }

    @Test
    void underACollationOneTextStandsForOthers() {
        assertThat(keys("{find: 's', filter: {_id: 'a'}, collation: {locale: 'en', strength: 2}}"))
                .isEqualTo(Keys.UNKNOWN);
        assertThat(keys("{update: 's', updates: [{q: {_id: 'a'}, u: {$set: {a: 1}}, collation: {locale: 'en'}}]}"))
                .isEqualTo(Keys.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{count: 's', query: {_id: 7}}",
                "{distinct: 's', key: 'a', query: {_id: 7}}",
                "{aggregate: 's', pipeline: [{$match: {_id: 7}}, {$group: {_id: null}}], cursor: {}}",
                "{explain: {find: 's', filter: {_id: 7}}}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$set: {stage: 'x', 'a.number': 1}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$inc: {n: 1}, $push: {log: {number: 1}}}, multi: true}]}",
                "{findAndModify: 's', query: {_id: 7}, update: {$rename: {a: 'b'}}}"
            })
    void readsAndUpdatesByOperatorsAreConfined(String command) {
        assertThat(keys(command)).isEqualTo(new Keys("_id", Set.of("number 7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{update: 's', updates: [{q: {_id: 7}, u: {$set: {number: 'b'}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$unset: {shelf: ''}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$set: {'shelf.row': 1}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$set: {items: []}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$set: {'items.3.sku': 1}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$set: {'items.$[i].sku': 1}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$rename: {old: 'number'}}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {stage: 'replaced'}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {}}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: [{$set: {a: 1}}]}]}",
                "{update: 's', updates: [{q: {_id: 7}, u: {$set: {a: 1}}, upsert: true}]}",
                "{findAndModify: 's', query: {_id: 7}, update: {$inc: {n: 1}}, upsert: true}",
                "{findAndModify: 's', query: {_id: 7}, remove: true}",
                "{delete: 's', deletes: [{q: {_id: 7}, limit: 1}]}",
                "{insert: 's', documents: [{_id: 7}]}"
            })
    void writesThatCanMeetAnotherDocumentAreNot(String command) {
        assertThat(keys(command)).isEqualTo(Keys.UNKNOWN);
    }

    @Test
    void severalUpdatesHaveTheKeysOfAllIfTheyAreKnown() {
        assertThat(keys("{update: 's', updates: [" + update("{_id: 1}") + "," + update("{_id: 2}") + "]}"))
                .isEqualTo(new Keys("_id", Set.of("number 1", "number 2")));
        assertThat(keys("{update: 's', updates: [" + update("{_id: 1}") + "," + update("{a: 2}") + "]}"))
                .isEqualTo(Keys.UNKNOWN);
        assertThat(keys("{update: 's', updates: [" + update("{_id: 1}") + "," + update("{number: 2}") + "]}"))
                .isEqualTo(Keys.UNKNOWN);
    }

    @Test
    void anUpsertIsConfinedIfItTurnsOutToHaveFoundADocument() {
        Access upsert = access("{update: 's', updates: [{q: {_id: 7}, u: {$set: {a: 1}}, upsert: true}]}");

        assertThat(upsert.keys()).isEqualTo(Keys.UNKNOWN);
        assertThat(upsert.havingAddedNothing().keys()).isEqualTo(new Keys("_id", Set.of("number 7")));
        assertThat(access("{update: 's', updates: [{q: {_id: 7}, u: {$set: {number: 1}}, upsert: true}]}")
                        .havingAddedNothing()
                        .keys())
                .isEqualTo(Keys.UNKNOWN);
        assertThat(access("{insert: 's', documents: [{_id: 7}]}")
                        .havingAddedNothing()
                        .keys())
                .isEqualTo(Keys.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{stage: 'replaced'}", "{_id: 7}", "[{$set: {a: 1}}]", "{$set: {a: 1}}"})
    void whereNothingButIdsIsUniqueEvenAReplacementIsConfined(String update) {
        CommandReader onlyId = new CommandReader(namespace -> Uniqueness.ONLY_ID, Masking.BY_NAME);
        Access replaces = onlyId.read(
                        "shop", BsonDocument.parse("{update: 's', updates: [{q: {_id: 7}, u: " + update + "}]}"))
                .accesses()
                .getFirst();

        assertThat(replaces.keys()).isEqualTo(new Keys("_id", Set.of("number 7")));
    }

    @Test
    void severalFieldsOfOneIndexAreAKeyTogether() {
        Uniqueness weeks = new Uniqueness(
                Set.of(List.of("employee", "week")), Set.of(), Set.of(), Set.of("_id", "employee", "week"), false);
        CommandReader onWeeks = new CommandReader(namespace -> weeks, Masking.BY_NAME);

        assertThat(keys(onWeeks, "{employee: 'a', week: 1}"))
                .isEqualTo(keys(onWeeks, "{$and: [{week: 1}, {employee: {$in: ['a']}}]}"))
                .isNotEqualTo(Keys.UNKNOWN);
        assertThat(keys(onWeeks, "{employee: 'a', week: 1}")
                        .provenDisjointFrom(keys(onWeeks, "{employee: 'a', week: {$in: [2, 3]}}")))
                .isTrue();
        assertThat(keys(onWeeks, "{employee: 'a', week: 1}")
                        .provenDisjointFrom(keys(onWeeks, "{employee: 'a', week: {$in: [2, 1]}}")))
                .isFalse();
        assertThat(keys(onWeeks, "{employee: 'a'}")).isEqualTo(Keys.UNKNOWN);
    }

    private static Keys keys(CommandReader reader, String filter) {
        return reader.read("shop", BsonDocument.parse("{find: 's', filter: " + filter + "}"))
                .accesses()
                .getFirst()
                .keys();
    }

    @Test
    void aTimeSeriesAndItsBucketsAreTheSameData() {
        assertThat(access("{find: 'system.buckets.weather'}").namespace())
                .isEqualTo(access("{find: 'weather'}").namespace());
    }

    @Test
    void aViewIsReadEverywhere() {
        CommandReader withView = new CommandReader(namespace -> Uniqueness.VIEW, Masking.BY_NAME);

        assertThat(withView.read("shop", BsonDocument.parse("{find: 'open_orders', filter: {_id: 1}}"))
                        .accesses())
                .extracting(Access::namespace)
                .contains(Access.EVERYTHING);
        assertThat(new CommandReader(
                                namespace -> namespace.equals(new MongoNamespace("shop.v"))
                                        ? Uniqueness.VIEW
                                        : Uniqueness.ONLY_ID,
                                Masking.BY_NAME)
                        .read("shop", BsonDocument.parse("{aggregate: 'o', pipeline: [{$lookup: {from: 'v'}}]}"))
                        .accesses())
                .extracting(Access::namespace)
                .contains(Access.EVERYTHING);
    }

    private static String update(String filter) {
        return "{q: " + filter + ", u: {$set: {a: 1}}}";
    }

    private Keys keys(String command) {
        return access(command).keys();
    }

    private Access access(String command) {
        return reader.read("shop", BsonDocument.parse(command)).accesses().getFirst();
    }
}
