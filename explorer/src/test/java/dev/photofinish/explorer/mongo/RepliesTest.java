package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Answer.Effect;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The replies are those of the server itself. */
@EveryEngine
class RepliesTest {

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private final Replies replies = new Replies(Masking.BY_NAME);
    private final TestDatabase database;

    RepliesTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{find: 's', filter: {n: 1}, projection: {_id: 0}} | READ | {n: 1, token: ***}",
                "{find: 's', filter: {n: 7}} | READ | nothing",
                "{find: 's', filter: {}, projection: {n: 1, _id: 0}, sort: {n: 1}} | READ | 2 documents, first {n: 1}",
                "{aggregate: 's', pipeline: [{$match: {n: 7}}], cursor: {}} | READ | nothing",
                "{count: 's', query: {n: 1}} | READ | 1",
                "{distinct: 's', key: 'n', query: {n: 1}} | READ | [1]",
                "{insert: 's', documents: [{n: 3}, {n: 4}]} | ADDED | 2 inserted",
                "{update: 's', updates: [{q: {n: 1}, u: {$set: {a: 1}}}]} | CHANGED | 1 changed",
                "{update: 's', updates: [{q: {n: 7}, u: {$set: {a: 1}}}]} | CHANGED_NOTHING | nothing found to change",
                "{update: 's', updates: [{q: {n: 1}, u: {$set: {n: 1}}}]} | REWROTE | 1 found, nothing to change",
                "{update: 's', updates: [{q: {n: 7}, u: {$set: {n: 7}}, upsert: true}]} | ADDED | 1 inserted",
                "{delete: 's', deletes: [{q: {n: 1}, limit: 1}]} | CHANGED | 1 deleted",
                "{delete: 's', deletes: [{q: {n: 7}, limit: 1}]} | CHANGED_NOTHING | nothing deleted",
                "{findAndModify: 's', query: {n: 1}, update: {$set: {a: 1}}, fields: {n: 1, _id: 0}}"
                        + " | CHANGED | 1 changed {n: 1}",
                "{findAndModify: 's', query: {n: 7}, update: {$set: {a: 1}}} | CHANGED_NOTHING | nothing found to"
                        + " change",
                "{findAndModify: 's', query: {n: 7}, update: {$set: {a: 1}}, upsert: true} | ADDED | inserted",
                "{createIndexes: 's', indexes: [{key: {n: 1}, name: 'n'}]} | CHANGED | done"
            })
    void whatAServerAnswers(String command, Effect effect, String text) {
        database.collection("s").insertOne(Document.parse("{n: 1, token: 'abc'}"));
        database.collection("s").insertOne(Document.parse("{n: 2}"));

        assertIsAnswer(answer(command), effect, text);
    }

    @Test
    void aDuplicateIsAFailureWithItsName() {
        database.collection("s").createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        database.collection("s").insertOne(Document.parse("{n: 1}"));

        Answer answer = answer("{insert: 's', documents: [{n: 1}]}");

        assertThat(answer.effect()).isEqualTo(Effect.FAILED);
        assertThat(answer.text()).startsWith("DuplicateKey (11000): E11000 duplicate key");
    }

    @Test
    void aFailedCommandToo() {
        assertThat(answer("{renameCollection: 'no.such', to: 'no.other'}").effect())
                .isEqualTo(Effect.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ok: 0, code: 112, codeName: 'WriteConflict', errmsg: 'try again'} | FAILED | WriteConflict (112):"
                        + " try again",
                "{ok: 1, n: 0, writeErrors: [{index: 0, code: 112, errmsg: 'x'}]} | FAILED | WriteConflict (112): x",
                "{ok: 1, n: 2, writeErrors: [{index: 2, code: 11000, errmsg: 'x'}]} | ADDED | 2 inserted and not more:"
                        + " DuplicateKey (11000): x",
                "{ok: 0, errmsg: 'no'} | FAILED | Error: no",
                "{ok: 1, n: 1, writeConcernError: {code: 64, codeName: 'WriteConcernFailed', errmsg: 'late'}}"
                        + " | ADDED | 1 inserted; not acknowledged: WriteConcernFailed (64): late"
            })
    void whatIsRarelyAnswered(String reply, Effect effect, String text) {
        assertIsAnswer(
                replies.answer(
                        reader.read("shop", BsonDocument.parse("{insert: 's', documents: [{}]}")),
                        BsonDocument.parse(reply)),
                effect,
                text);
    }

    private static void assertIsAnswer(Answer answer, Effect effect, String text) {
        assertThat(answer.effect()).isEqualTo(effect);
        assertThat(answer.text()).isEqualTo(text);
    }

    @Test
    void theEndOfATransaction() {
        assertThat(ended("commitTransaction")).isEqualTo(new Answer(Effect.CHANGED, "committed"));
        assertThat(ended("abortTransaction")).isEqualTo(new Answer(Effect.CHANGED_NOTHING, "aborted"));
    }

    @Test
    void aTransientErrorInvitesToTryAgain() {
        assertThat(Replies.invitesToRetryTransaction(
                        BsonDocument.parse("{ok: 0, code: 112, errorLabels: ['TransientTransactionError']}")))
                .isTrue();
        assertThat(Replies.invitesToRetryTransaction(BsonDocument.parse("{ok: 0, code: 11000}")))
                .isFalse();
    }

    private Answer ended(String name) {
        return replies.answer(
                reader.read("admin", BsonDocument.parse("{" + name + ": 1, autocommit: false}")),
                BsonDocument.parse("{ok: 1}"));
    }

    private Answer answer(String command) {
        BsonDocument sent = BsonDocument.parse(command);
        return replies.answer(reader.read(database.name(), sent), reply(sent));
    }

    private BsonDocument reply(BsonDocument command) {
        try {
            return database.database().runCommand(command, BsonDocument.class);
        } catch (MongoCommandException failed) {
            return failed.getResponse();
        }
    }
}
