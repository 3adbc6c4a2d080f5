package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of reads and writes between which another came, where no name is nearer. */
class InBetweenTest {

    private final Played played = new Played();

    @Test
    void actingElsewhereOnWhatHasChangedSinceIsAFuzzyRead() {
        Explanation explanation = played.finds("A", "timesheets", "{_id: 1}", "{_id: 1, status: 'open'}")
                .updates("B", "timesheets", "{_id: 1}", "{$set: {status: 'approved'}}")
                .inserts("A", "payslips", "{_id: 5}")
                .explanation();

        assertThat(explanation.anomaly()).contains(Anomaly.FUZZY_READ);
        assertThat(explanation.sentence())
                .isEqualTo("A added to payslips {_id: 5} because of timesheets {_id: 1}, which it had read before B's"
                        + " write.");
    }

    /** Each has inserted one of two, was refused the other, and takes back its own. */
    @Test
    void whatWasRefusedWasNotWritten() {
        Explanation explanation = played.of(
                        "A",
                        "{insert: 'claims', documents: [{_id: 1, who: 'A'}, {_id: 2, who: 'A'}]}",
                        "{n: 1, writeErrors: [{index: 1, code: 11000, errmsg: 'E11000'}]}")
                .of(
                        "B",
                        "{insert: 'claims', documents: [{_id: 2, who: 'B'}, {_id: 1, who: 'B'}]}",
                        "{n: 1, writeErrors: [{index: 1, code: 11000, errmsg: 'E11000'}]}")
                .atOnce(2)
                .of("A", "{delete: 'claims', deletes: [{q: {who: 'A'}, limit: 0}]}", "{n: 1}")
                .of("B", "{delete: 'claims', deletes: [{q: {who: 'B'}, limit: 0}]}", "{n: 1}")
                .explanation();

        assertThat(explanation.sentence())
                .startsWith("A's insert and B's insert of claims were under way at the same time");
    }

    @Test
    void norDoesAnybodyMeetIt() {
        assertThat(played.finds("B", "settings", "{}", "{_id: 8}")
                        .of(
                                "A",
                                "{insert: 'claims', documents: [{_id: 1, who: 'A'}, {_id: 2, who: 'A'}]}",
                                "{n: 1, writeErrors: [{index: 1, code: 11000, errmsg: 'E11000'}]}")
                        .finds("B", "claims", "{_id: 2}", "{_id: 2, who: 'C'}")
                        .explained())
                .isEmpty();
    }

    @Test
    void aCursorThatGoesOnReadsNothingTwice() {
        Explanation explanation = played.finds("A", "orders", "{}", "{_id: 1, stage: 'cut'}")
                .updates("B", "orders", "{_id: 1}", "{$set: {stage: 'wound'}}")
                .of("A", "{getMore: 7, collection: 'orders'}", "{cursor: {nextBatch: [{_id: 2, stage: 'cut'}]}}")
                .explanation();

        assertThat(explanation.anomaly()).isEmpty();
        assertThat(explanation.sentence())
                .isEqualTo("A read orders in several pieces, and B wrote orders {_id: 1} in between.");
    }

    @Test
    void readingTwiceWithAWriteInBetweenIsAFuzzyRead() {
        Explanation explanation = played.finds("A", "orders", "{_id: 1}", "{_id: 1, stage: 'cut'}")
                .updates("B", "orders", "{_id: 1}", "{$set: {stage: 'wound'}}")
                .finds("A", "orders", "{_id: 1}", "{_id: 1, stage: 'wound'}")
                .explanation();

        assertThat(explanation.anomaly()).contains(Anomaly.FUZZY_READ);
        assertThat(explanation.sentence()).isEqualTo("A read orders {_id: 1} twice, and B wrote it in between.");
    }

    @Test
    void whoComesBetweenTwoWritesSeesTheOneAndNotTheOther() {
        Explanation explanation = played.updates("A", "accounts", "{_id: 1}", "{$inc: {balance: -10}}")
                .finds("B", "accounts", "{_id: 1}", "{_id: 1, balance: 90}")
                .updates("A", "accounts", "{_id: 2}", "{$inc: {balance: 10}}")
                .explanation();

        assertThat(explanation.anomaly()).isEmpty();
        assertThat(explanation.sentence())
                .isEqualTo("B's find of accounts {_id: 1} came between A's two writes: it saw that of accounts {_id: 1}"
                        + " and not yet that of accounts {_id: 2}.");
    }

    @Test
    void whatHasNoNameSaysWhatWouldHaveBeenMetAnotherWay() {
        Explanation explanation = played.finds("A", "settings", "{}", "{_id: 8}")
                .updates("B", "items", "{_id: 1}", "{$set: {stock: 1}}")
                .updates("A", "items", "{_id: 1}", "{$set: {stock: 2}}")
                .explanation();

        assertThat(explanation.anomaly()).isEmpty();
        assertThat(explanation.sentence())
                .isEqualTo(
                        "Had B's update of items {_id: 1} not come in between, A's update would have met it as it was"
                                + " before.");
    }

    @Test
    void orWhichAnswerWouldHaveBeenAnother() {
        Explanation explanation = played.finds("A", "settings", "{}", "{_id: 8}")
                .updates("B", "items", "{_id: 1}", "{$set: {stock: 1}}")
                .finds("A", "items", "{_id: 1}", "{_id: 1, stock: 1}")
                .explanation();

        assertThat(explanation.anomaly()).isEmpty();
        assertThat(explanation.sentence())
                .isEqualTo("Had B's update of items {_id: 1} not come in between, A's find would have been answered"
                        + " otherwise.");
    }
}
