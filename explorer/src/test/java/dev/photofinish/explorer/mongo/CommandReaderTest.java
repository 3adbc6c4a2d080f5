package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import java.util.Collections;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{find: 'stock', filter: {}}                                    | READ  | shop.stock",
                "{count: 'stock', query: {}}                                    | READ  | shop.stock",
                "{distinct: 'stock', key: 'product'}                            | READ  | shop.stock",
                "{listIndexes: 'stock'}                                         | READ  | shop.stock",
                "{insert: 'stock', documents: [{}]}                             | WRITE | shop.stock",
                "{update: 'stock', updates: [{q: {}, u: {$set: {a: 1}}}]}       | WRITE | shop.stock",
                "{delete: 'stock', deletes: [{q: {}, limit: 1}]}                | WRITE | shop.stock",
                "{findAndModify: 'stock', query: {}, update: {$inc: {a: 1}}}    | WRITE | shop.stock",
                "{create: 'stock'}                                              | WRITE | shop.stock",
                "{createIndexes: 'stock', indexes: []}                          | WRITE | shop.stock",
                "{dropIndexes: 'stock', index: '*'}                             | WRITE | shop.stock",
                "{drop: 'stock'}                                                | WRITE | shop.stock",
                "{listCollections: 1}                                           | READ  | *",
                "{dropDatabase: 1}                                              | WRITE | *"
            })
    void aCommandTouchesItsCollection(String command, Mode mode, String namespace) {
        assertThat(read(command).accesses())
                .extracting(Access::namespace, Access::mode)
                .containsExactly(tuple(namespace, mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"findAndModify", "findandmodify", "FINDANDMODIFY"})
    void namesCountInAnyCase(String name) {
        Command command = read("{'" + name + "': 'stock', query: {_id: 1}, update: {$inc: {n: 1}}}");

        assertThat(command.name()).isEqualTo("findAndModify");
        assertThat(command.accesses()).extracting(Access::namespace).containsExactly("shop.stock");
    }

    /** What a snapshot session reads later, elsewhere, it reads as of then. */
    @ParameterizedTest
    @ValueSource(strings = {"find: 'stock'", "count: 'stock'", "aggregate: 'stock', pipeline: []"})
    void whoTakesASnapshotReadsEverything(String command) {
        assertThat(read("{" + command + ", readConcern: {level: 'snapshot'}}").accesses())
                .extracting(Access::namespace, Access::mode)
                .contains(tuple(Access.EVERYTHING, Mode.READ), tuple("shop.stock", Mode.READ));
        assertThat(read("{" + command + ", readConcern: {level: 'snapshot', atClusterTime: 7}}")
                        .accesses())
                .extracting(Access::namespace)
                .containsOnly("shop.stock");
        assertThat(read("{" + command + ", readConcern: {level: 'majority'}}").accesses())
                .extracting(Access::namespace)
                .containsOnly("shop.stock");
    }

    @Test
    void aPipelineTouchesWhatItsStagesName() {
        Command command = read("""
            {aggregate: 'orders', cursor: {}, pipeline: [
              {$lookup: {from: 'clients', pipeline: [{$unionWith: 'archive'}], as: 'c'}},
              {$graphLookup: {from: 'parts', startWith: '$p', connectFromField: 'a', connectToField: 'b', as: 'p'}},
              {$facet: {one: [{$lookup: {from: 'rates', as: 'r'}}]}},
              {$merge: {into: {db: 'reports', coll: 'totals'}}}]}
            """);

        assertThat(command.accesses())
                .extracting(access -> access.mode() + " " + access.namespace() + " " + access.grain())
                .containsExactlyInAnyOrder(
                        "READ shop.orders ATOMIC",
                        "READ shop.clients ATOMIC",
                        "READ shop.archive ATOMIC",
                        "READ shop.parts ATOMIC",
                        "READ shop.rates ATOMIC",
                        "WRITE reports.totals COMPOUND");
    }

    @Test
    void outReplacesACollection() {
        assertThat(read("{aggregate: 'orders', pipeline: [{$out: 'copy'}], cursor: {}}")
                        .accesses())
                .extracting(access -> access.mode() + " " + access.namespace())
                .containsExactly("READ shop.orders", "WRITE shop.copy");
    }

    @Test
    void aFurtherBatchMayBeThatOfAnAggregationOverOtherCollections() {
        assertThat(read("{getMore: {$numberLong: '7'}, collection: 'orders'}").accesses())
                .extracting(access -> access.mode() + " " + access.namespace())
                .containsExactly("READ shop.orders", "READ *");
    }

    @Test
    void aBulkWriteTouchesItsNamespaces() {
        Command command = reader.read("admin", BsonDocument.parse("""
            {bulkWrite: 1, ops: [{insert: 0, document: {a: 1}}, {update: 1, filter: {}, updateMods: {}}],
             nsInfo: [{ns: 'shop.orders'}, {ns: 'shop.stock'}]}
            """));

        assertThat(command.accesses())
                .extracting(access -> access.mode() + " " + access.namespace() + " " + access.grain())
                .containsExactly("WRITE shop.orders COMPOUND", "WRITE shop.stock COMPOUND");
    }

    @Test
    void renamingTouchesBothCollections() {
        Command command = reader.read(
                "admin",
                BsonDocument.parse("{renameCollection: 'shop.new_stock', to: 'shop.stock', dropTarget: true}"));

        assertThat(command.accesses())
                .extracting(access -> access.mode() + " " + access.namespace())
                .containsExactly("WRITE shop.new_stock", "WRITE shop.stock");
    }

    @Test
    void explainingOnlyReads() {
        assertThat(read("{explain: {delete: 'stock', deletes: [{q: {}, limit: 0}]}, verbosity: 'queryPlanner'}")
                        .accesses())
                .extracting(access -> access.mode() + " " + access.namespace() + " " + access.grain())
                .containsExactly("READ shop.stock ATOMIC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{compactStructuredEncryptionData: 'stock'}",
                "{mapReduce: 'stock', map: '', reduce: '', out: 'totals'}",
                "{find: 5}",
                "{update: '', updates: []}",
                "{bulkWrite: 1}"
            })
    void whatIsNotUnderstoodIsTakenForAWriteToEverything(String command) {
        assertThat(read(command).accesses())
                .extracting(access -> access.mode() + " " + access.namespace())
                .containsExactly("WRITE *");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "isMaster", "ismaster", "ping", "saslStart", "endSessions", "killCursors"})
    void housekeepingTouchesNothing(String name) {
        BsonDocument command = BsonDocument.parse("{" + name + ": 1}");

        assertThat(CommandReader.isHousekeeping(command)).isTrue();
        assertThat(reader.read("admin", command).accesses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{update: 's', updates: [{q: {_id: 1}, u: {$set: {a: 1}}}]}                                | ATOMIC",
                "{update: 's', updates: [{q: {_id: 1}, u: {$set: {a: 1}}, upsert: true}]}                  | ATOMIC",
                "{update: 's', updates: [{q: {a: 1}, u: {$set: {a: 1}}, upsert: true}]}                    | COMPOUND",
                "{update: 's', updates: [{q: {}, u: {$set: {a: 1}}, multi: true}]}                         | COMPOUND",
                "{update: 's', updates: [{q: {_id: 1}, u: {$set: {a: 1}}, multi: true}]}                   | ATOMIC",
                "{update: 's', updates: [{q: {_id: 1}, u: {$set: {a: 1}}, multi: true, upsert: true}]}     | COMPOUND",
                "{update: 's', updates: [{q: {_id: 1}, u: {$set: {a: 1}}}, {q: {}, u: {$set: {a: 1}}}]}    | COMPOUND",
                "{delete: 's', deletes: [{q: {}, limit: 1}]}                                               | ATOMIC",
                "{delete: 's', deletes: [{q: {}, limit: 0}]}                                               | COMPOUND",
                "{delete: 's', deletes: [{q: {_id: 1}, limit: 0}]}                                         | ATOMIC",
                "{insert: 's', documents: [{}]}                                                            | ATOMIC",
                "{insert: 's', documents: [{}, {}]}                                                        | COMPOUND",
                "{findAndModify: 's', query: {}, update: {$inc: {a: 1}}}                                   | ATOMIC",
                "{findAndModify: 's', query: {}, update: {$inc: {a: 1}}, upsert: 1}                        | COMPOUND"
            })
    void othersCanGetInBetweenTheParts(String command, Grain grain) {
        assertThat(read(command).accesses()).extracting(Access::grain).containsExactly(grain);
    }

    @ParameterizedTest
    @CsvSource({"500, 10, COMPOUND", "501, 10, PIECEMEAL", "90, 3000, PIECEMEAL"})
    void ofManyInsertedDocumentsOthersSeeSomeBeforeTheRest(int documents, int size, Grain grain) {
        String document = "{p: '" + "x".repeat(size) + "'}";
        String all = String.join(", ", Collections.nCopies(documents, document));

        assertThat(read("{insert: 's', documents: [" + all + "]}").accesses())
                .extracting(Access::grain)
                .containsExactly(grain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{find: 's', filter: {}, startTransaction: true, autocommit: false, txnNumber: 1} | BEGINS",
                "{find: 's', filter: {}, autocommit: false, txnNumber: 1}                         | CONTINUES",
                "{commitTransaction: 1, autocommit: false, txnNumber: 1}                          | COMMITS",
                "{abortTransaction: 1, autocommit: false, txnNumber: 1}                           | ABORTS",
                "{insert: 's', documents: [{}], txnNumber: 1}                                     | NONE"
            })
    void aTransactionIsKnownByAutocommit(String command, Part part) {
        assertThat(reader.read("admin", BsonDocument.parse(command)).part()).isEqualTo(part);
    }

    @Test
    void aShapeHasNoValues() {
        String one = """
            {update: 'orders', updates: [{q: {id: 'a', stage: {$in: [1, 2]}}, u: {$set: {'marks.0.by': 'x'}}}],
             lsid: {id: 1}, $clusterTime: 5, txnNumber: 1}
            """;
        String other = """
            {update: 'orders', updates: [{q: {id: 'b', stage: {$in: [3]}}, u: {$set: {'marks.17.by': 'y'}}}],
             lsid: {id: 2}, txnNumber: 2}
            """;

        assertThat(read(one).shape())
                .isEqualTo(read(other).shape())
                .isEqualTo("update shop.orders updates[{q{id,stage{$in[]}},u{$set{marks.*.by}}}]");
    }

    @Test
    void anIdThatIsAFieldsNameIsAValue() {
        String one = "{find: 's', filter: {'leave.6565a1b2c3d4e5f60718293a.days': 1}}";
        String other = "{find: 's', filter: {'leave.f565a1b2c3d4e5f607182fff.days': 2}}";

        assertThat(read(one).shape()).isEqualTo(read(other).shape());
    }

    @ParameterizedTest
    @CsvSource({
        "01J9ZQ3V7K2M5N8P4R6T0W1X3Y, 01J9ZQ3VB1C2D3E4F5G6H7J8K9",
        "cm2x9k4p10000v8l5h3qj7d2f, cm2x9k4q20001v8l5w9ra1b3c",
        "V1StGXR8_Z5jdHi6B-myT, Uakgb_J5m9g-0JDMbcJqL",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709, 356a192b7913b04c54574d18c28d46e6395428ab"
    })
    void ofWhateverKindItIs(String one, String other) {
        assertThat(read("{update: 's', updates: [{q: {}, u: {$set: {'_acl.%s': 1}}}]}".formatted(one))
                        .shape())
                .isEqualTo(read("{update: 's', updates: [{q: {}, u: {$set: {'_acl.%s': 1}}}]}".formatted(other))
                        .shape())
                .contains("_acl.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"numberOfPiecesInStock", "address_line_2_of_the_buyer", "sha256_of_the_whole_document"})
    void aLongNameIsNone(String name) {
        assertThat(read("{find: 's', filter: {'%s': 1}}".formatted(name)).shape())
                .contains(name);
    }

    @Test
    void commandsOnOtherFieldsHaveOtherShapes() {
        assertThat(read("{find: 's', filter: {a: 1}}").shape())
                .isNotEqualTo(read("{find: 's', filter: {b: 1}}").shape())
                .isNotEqualTo(read("{find: 't', filter: {a: 1}}").shape())
                .isNotEqualTo(read("{find: 's', filter: {a: {$gt: 1}}}").shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{update: 'orders', updates: [{q: {id: 'o-1'}, u: {$set: {stage: 'winding'}}}]}"
                        + " | update orders {id: \"o-1\"} {$set: {stage: \"winding\"}}",
                "{find: 'orders', filter: {}, sort: {number: -1}, limit: 1}"
                        + " | find orders {} sort {number: -1} limit 1",
                "{insert: 'log', documents: [{a: 1}, {a: 2}]} | insert log {a: 1} and 1 more",
                "{delete: 'log', deletes: [{q: {}, limit: 0}]} | delete log {} multi",
                "{findAndModify: 'n', query: {_id: 'o'}, update: {$inc: {s: 1}}, upsert: true}"
                        + " | findAndModify n {_id: \"o\"} {$inc: {s: 1}} upsert",
                "{aggregate: 'o', pipeline: [{$match: {a: 1}}], cursor: {}} | aggregate o [{$match: {a: 1}}]",
                "{find: 'o', filter: {id: '3f2a91c0-1111-4111-8111-111111111111'}} | find o {id: \"3f2a91c0…\"}",
                "{find: 'o', lsid: {id: 'x'}, $clusterTime: {t: 1}} | find o",
                "{commitTransaction: 1, autocommit: false} | commitTransaction"
            })
    void theTextIsForPeople(String command, String text) {
        assertThat(read(command).text()).isEqualTo(text);
    }

    @Test
    void longFiltersAreCut() {
        String text = read("{find: 'o', filter: {a: '" + "x".repeat(50) + "', b: '" + "y".repeat(90) + "', c: 1, d: '"
                        + "z".repeat(99) + "'}}")
                .text();

        assertThat(text).hasSizeLessThan(120).endsWith("…");
    }

    @Test
    void secretsAreMasked() {
        CommandReader knowing = new CommandReader(UniqueKeys.NONE, Masking.of(Set.of("s3cr3t")));

        assertThat(read("{find: 'u', filter: {name: 'ann', password: {$eq: 'pw1'}}}")
                        .text())
                .isEqualTo("find u {name: \"ann\", password: ***}");
        assertThat(read("{update: 'u', updates: [{q: {}, u: {$set: {'login.hashed_password': 'pw1'}}}]}")
                        .text())
                .doesNotContain("pw1");
        assertThat(read("{find: 'u', filter: {$expr: {$eq: ['$api_key', 'pw1']}}}")
                        .text())
                .doesNotContain("pw1");
        assertThat(knowing.read("shop", BsonDocument.parse("{find: 'u', filter: {x: 'Bearer s3cr3t'}}"))
                        .text())
                .isEqualTo("find u {x: \"Bearer ***\"}");
    }

    @Test
    void anEmptyCommandIsNone() {
        assertThatThrownBy(() -> reader.read("shop", new BsonDocument()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its first one should have been its name");
    }

    private Command read(String command) {
        return reader.read("shop", BsonDocument.parse(command));
    }
}
