package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.data.Claims.Author;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can have written a document that is not as it was. */
class ClaimsTest {

    private static final MongoNamespace ITEMS = new MongoNamespace("shop.items");

    private final Ledger ledger = new Ledger();

    @Test
    void aDocumentThatTheContestInsertedIsTheContests() {
        sent("{insert: 'items', documents: [{_id: 1, n: 5}]}", "{ok: 1, n: 1}");

        assertThat(claims().ofNew(document("{_id: 1, n: 5}"))).isEqualTo(Author.CONTEST);
        assertThat(claims().ofNew(document("{_id: 2, n: 5}"))).isEqualTo(Author.SOMEBODY_ELSE);
    }

    @Test
    void oneThatTheContestInsertedAndSomebodyElseChangedIsBoths() {
        sent("{insert: 'items', documents: [{_id: 1, n: 5}]}", "{ok: 1, n: 1}");

        assertThat(claims().ofNew(document("{_id: 1, n: 6}"))).isEqualTo(Author.BOTH);
    }

    @Test
    void oneThatAnUpsertIsSaidToHaveInsertedIsTheContests() {
        sent(
                "{update: 'items', updates: [{q: {key: 'a'}, u: {$inc: {n: 1}}, upsert: true}]}",
                "{ok: 1, n: 1, upserted: [{index: 0, _id: 7}]}");

        assertThat(claims().ofNew(document("{_id: 7, key: 'a', n: 1}"))).isEqualTo(Author.CONTEST);
        assertThat(claims().ofNew(document("{_id: 8, key: 'a', n: 1}"))).isEqualTo(Author.SOMEBODY_ELSE);
    }

    @Test
    void ofAnUpsertWithoutAnswerItsFilterDecides() {
        sent("{update: 'items', updates: [{q: {key: 'a'}, u: {$inc: {n: 1}}, upsert: true}]}");

        assertThat(claims().ofNew(document("{_id: 7, key: 'a', n: 1}"))).isEqualTo(Author.CONTEST);
        assertThat(claims().ofNew(document("{_id: 8, key: 'b', n: 1}"))).isEqualTo(Author.SOMEBODY_ELSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{_id: 1}                        | CONTEST",
                "{_id: 2}                        | SOMEBODY_ELSE",
                "{_id: {$in: [1, 3]}}            | CONTEST",
                "{_id: {$in: [2, 3]}}            | SOMEBODY_ELSE",
                "{_id: 1.0}                      | CONTEST",
                "{name: 'pen'}                   | CONTEST",
                "{name: 'PÉN'}                   | CONTEST",
                "{name: 'ink'}                   | SOMEBODY_ELSE",
                "{name: {$ne: 'pen'}}            | CONTEST",
                "{name: null}                    | CONTEST",
                "{name: /k/}                     | CONTEST",
                "{n: 3}                          | CONTEST",
                "{tags: 'a'}                     | CONTEST",
                "{tags: 'c'}                     | SOMEBODY_ELSE",
                "{'deep.down': 1}                | CONTEST",
                "{$or: [{_id: 2}]}               | CONTEST",
                "{$and: [{_id: 2}, {name: 'pen'}]} | SOMEBODY_ELSE",
                "{}                              | CONTEST",
            })
    void aChangeIsTheContestsWhereAFilterCanHaveMetTheDocument(String filter, Author author) {
        sent(
                "{update: 'items', updates: [{q: %s, u: {$set: {n: 2}}, multi: true}]}".formatted(filter),
                "{ok: 1, n: 1}");

        assertThat(claims().ofChanged(
                                document("{_id: 1, name: 'pen', tags: ['a', 'b'], n: 1}"),
                                document("{_id: 1, name: 'pen', tags: ['a', 'b'], n: 2}")))
                .isEqualTo(author);
    }

    @Test
    void anUpdateThatIsSaidToHaveMetNothingHasWrittenNothing() {
        sent("{update: 'items', updates: [{q: {_id: 1, n: 7}, u: {$set: {n: 2}}}]}", "{ok: 1, n: 0}");

        assertThat(changed("{_id: 1, n: 1}", "{_id: 1, n: 2}")).isEqualTo(Author.SOMEBODY_ELSE);
    }

    @Test
    void aFieldThatNoStatementTouchesIsSomebodyElses() {
        sent("{update: 'items', updates: [{q: {_id: 1}, u: {$set: {n: 2}}}]}", "{ok: 1, n: 1}");

        assertThat(changed("{_id: 1, n: 1, seen: 1}", "{_id: 1, n: 2, seen: 1}"))
                .isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 1, seen: 1}", "{_id: 1, n: 2, seen: 2}"))
                .isEqualTo(Author.BOTH);
        assertThat(changed("{_id: 1, n: 1, seen: 1}", "{_id: 1, n: 1, seen: 2}"))
                .isEqualTo(Author.SOMEBODY_ELSE);
    }

    /** Two of the contest's make 2; a third comes from elsewhere. */
    @Test
    void anIncrementTooManyIsSomebodyElses() {
        sent("{update: 'items', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}", "{ok: 1, n: 1}");
        sent("{findAndModify: 'items', query: {_id: 1}, update: {$inc: {n: 1}}}", "{ok: 1, lastErrorObject: {n: 1}}");

        assertThat(changed("{_id: 1, n: 0}", "{_id: 1, n: NumberLong(2)}")).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 0}", "{_id: 1, n: 3}")).isEqualTo(Author.BOTH);
    }

    /** They come in one order, and are let go in another. */
    @Test
    void whatIsSetMayHaveBeenSetBeforeOrAfterwards() {
        sent("{update: 'items', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}", "{ok: 1, n: 1}");
        sent("{update: 'items', updates: [{q: {_id: 1}, u: {$set: {n: 20}}}]}", "{ok: 1, n: 1}");

        assertThat(changed("{_id: 1, n: 100}", "{_id: 1, n: 20}")).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 100}", "{_id: 1, n: 21}")).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 100}", "{_id: 1, n: 22}")).isEqualTo(Author.BOTH);
    }

    @Test
    void incrementsOfATransactionMayNotHaveHappened() {
        sent(
                "{update: 'items', txnNumber: 1, autocommit: false, updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}",
                "{ok: 1, n: 1}");
        sent("{update: 'items', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}", "{ok: 1, n: 1}");

        assertThat(changed("{_id: 1, n: 0}", "{_id: 1, n: 1}")).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 0}", "{_id: 1, n: 2}")).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 0}", "{_id: 1, n: 3}")).isEqualTo(Author.BOTH);
    }

    /** A driver sends it again on another connection; the database does it once. */
    @Test
    void aWriteThatIsSentAgainIsOne() {
        String sentTwice =
                "{update: 'items', txnNumber: 5, lsid: {id: 1}, updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}";
        sent(sentTwice);
        sent(sentTwice, "{ok: 1, n: 1}");

        assertThat(changed("{_id: 1, n: 0}", "{_id: 1, n: 1}")).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 0}", "{_id: 1, n: 2}")).isEqualTo(Author.BOTH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{$push: {log: 1}}", "[{$set: {log: 1}}]", "{$currentDate: {log: true}}", "{$set: {'log.0': 5}}"})
    void whatComesOfOtherUpdatesNobodyForesees(String update) {
        sent("{update: 'items', updates: [{q: {_id: 1}, u: %s}]}".formatted(update), "{ok: 1, n: 1}");

        assertThat(changed("{_id: 1, log: []}", "{_id: 1, log: [1, 2, 3]}")).isEqualTo(Author.CONTEST);
    }

    @Test
    void aReplacementMayTakeFieldsAway() {
        sent("{update: 'items', updates: [{q: {_id: 1}, u: {n: 2}}]}", "{ok: 1, n: 1}");

        assertThat(changed("{_id: 1, n: 1, old: 1}", "{_id: 1, n: 2}")).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 1, old: 1}", "{_id: 1, n: 2, old: 2}")).isEqualTo(Author.BOTH);
    }

    @Test
    void aDocumentIsGoneByTheContestIfItDeletes() {
        sent("{update: 'items', updates: [{q: {_id: 1}, u: {$set: {n: 2}}}]}", "{ok: 1, n: 1}");
        assertThat(claims().ofGone(document("{_id: 1}"))).isEqualTo(Author.SOMEBODY_ELSE);

        sent("{delete: 'items', deletes: [{q: {_id: 1}, limit: 1}]}", "{ok: 1, n: 1}");
        assertThat(claims().ofGone(document("{_id: 1}"))).isEqualTo(Author.CONTEST);
        assertThat(claims().ofGone(document("{_id: 2}"))).isEqualTo(Author.SOMEBODY_ELSE);
    }

    @Test
    void aPipelinesOutputCanBeAnything() {
        sent("{aggregate: 'orders', pipeline: [{$match: {}}, {$merge: {into: 'items'}}], cursor: {}}");

        assertThat(claims().ofNew(document("{_id: 9}"))).isEqualTo(Author.CONTEST);
        assertThat(changed("{_id: 1, n: 1}", "{_id: 1, n: 2}")).isEqualTo(Author.CONTEST);
    }

    @Test
    void theNewestCommandSaysForEachOfItsWritesWhereItGoes() {
        sent("{bulkWrite: 1, nsInfo: [{ns: 'shop.orders'}, {ns: 'shop.items'}], ops: [{insert: 0, document: {_id:"
                + " 1}}, {update: 1, filter: {_id: 5}, updateMods: {$set: {n: 1}}}]}");

        assertThat(claims().ofNew(document("{_id: 1}"))).isEqualTo(Author.SOMEBODY_ELSE);
        assertThat(changed("{_id: 5}", "{_id: 5, n: 1}")).isEqualTo(Author.CONTEST);
    }

    @Test
    void whatAJobWritesIsNobodys() {
        BsonDocument tick = sent("{update: 'items', updates: [{q: {_id: 'tick'}, u: {$inc: {n: 1}}, upsert: true}]}");
        ledger.disown(tick);
        ledger.turn();

        assertThat(claims().ofNew(document("{_id: 'tick', n: 1}"))).isEqualTo(Author.NOBODY);
        assertThat(changed("{_id: 'tick', n: 1}", "{_id: 'tick', n: 2}")).isEqualTo(Author.NOBODY);
        assertThat(changed("{_id: 'tock', n: 1}", "{_id: 'tock', n: 2}")).isEqualTo(Author.SOMEBODY_ELSE);
    }

    /** An outbox: the contest writes what is to be sent, a job notes that it has been. */
    @Test
    void whatAJobChangesOfTheContestsIsPutBackToo() {
        ledger.disown(sent("{findAndModify: 'items', query: {sent: false}, update: {$set: {sent: true, at: 1}}}"));
        ledger.turn();
        sent("{insert: 'items', documents: [{_id: 1, sent: false}]}");
        sent("{update: 'items', updates: [{q: {_id: 2}, u: {$inc: {n: 1}}}]}");

        assertThat(claims().ofNew(document("{_id: 1, sent: false}"))).isEqualTo(Author.CONTEST);
        assertThat(claims().ofNew(document("{_id: 1, sent: true, at: 2}"))).isEqualTo(Author.CONTEST_AND_JOB);
        assertThat(claims().ofNew(document("{_id: 1, sent: true, read: true}"))).isEqualTo(Author.BOTH);
        assertThat(changed("{_id: 2, sent: false, n: 1}", "{_id: 2, sent: true, at: 3, n: 2}"))
                .isEqualTo(Author.CONTEST_AND_JOB);
        assertThat(changed("{_id: 2, sent: false, n: 1}", "{_id: 2, sent: true, read: true, n: 2}"))
                .isEqualTo(Author.BOTH);
        assertThat(changed("{_id: 3, sent: false}", "{_id: 3, sent: true}")).isEqualTo(Author.NOBODY);
    }

    private Author changed(String was, String is) {
        return claims().ofChanged(document(was), document(is));
    }

    private BsonDocument sent(String command) {
        BsonDocument sent = document(command);
        ledger.sent("shop", sent);
        return sent;
    }

    private void sent(String command, String reply) {
        ledger.answered(sent(command), document(reply));
    }

    private Claims claims() {
        return ledger.page().claims(ITEMS);
    }

    private static BsonDocument document(String json) {
        return BsonDocument.parse(json);
    }
}
