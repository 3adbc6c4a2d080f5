package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.step.Step;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Inserts of several documents, some of which both bring. */
class CollidingInsertsTest {

    private static final CommandReader READER = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private static final Answer DUPLICATE =
            new Answer(Answer.Effect.FAILED, "DuplicateKey (11000): E11000 duplicate key");
    private static final Answer INSERTED = new Answer(Answer.Effect.ADDED, "2 inserted");

    private final CollidingInserts colliding = new CollidingInserts();

    @Test
    void inAnotherOrderEachCanBeRefusedAPart() {
        assertThat(canBothBeRefused(insert("A", "{_id: 1}, {_id: 2}"), insert("B", "{_id: 2}, {_id: 1}")))
                .isTrue();
    }

    @Test
    void andWhereNobodyKnowsWhichOfThemAreTheSame() {
        assertThat(canBothBeRefused(insert("A", "{seat: 1}, {seat: 2}"), insert("B", "{seat: 2}, {seat: 1}")))
                .isTrue();
        assertThat(canBothBeRefused(
                        insert("A", "{_id: 1, seat: 1}, {_id: 2, seat: 2}"),
                        insert("B", "{_id: 3, seat: 2}, {_id: 4, seat: 1}")))
                .isTrue();
    }

    @Test
    void inTheSameOrderOneIsRefusedAll() {
        assertThat(canBothBeRefused(insert("A", "{_id: 1}, {_id: 2}"), insert("B", "{_id: 1}, {_id: 3}, {_id: 2}")))
                .isFalse();
    }

    @Test
    void ofOneDocumentThereIsNoPart() {
        assertThat(canBothBeRefused(insert("A", "{_id: 1}"), insert("B", "{_id: 1}, {_id: 2}")))
                .isFalse();
    }

    @Test
    void whereNoneWasEverRefusedTheyBringOthers() {
        Step one = insert("A", "{seat: 1}, {seat: 2}");
        Step other = insert("B", "{seat: 3}, {seat: 4}");

        colliding.add(one, INSERTED);
        colliding.add(other, INSERTED);

        assertThat(colliding.canBothBeRefused(one, other)).isFalse();
    }

    private boolean canBothBeRefused(Step one, Step other) {
        colliding.add(one, INSERTED);
        colliding.add(other, DUPLICATE);
        return colliding.canBothBeRefused(one, other);
    }

    private static Step insert(String contender, String documents) {
        BsonDocument command = BsonDocument.parse("{insert: 'seats', documents: [" + documents + "]}");
        return new Step(contender, 1, READER.read("shop", command));
    }
}
