package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of commands that were under way at the same time. */
class AtOnceTest {

    private final Played played = new Played();

    @Test
    void twoUpsertsLetGoTogetherThatBothInsertedAreADuplicate() {
        String upsert = "{update: 'weeks', updates: [{q: {employee: 'e'}, u: {$set: {hours: 0}}, upsert: true}]}";

        Explanation explanation = played.of("A", upsert, "{n: 1, upserted: [{index: 0, _id: 1}]}")
                .of("B", upsert, "{n: 1, upserted: [{index: 0, _id: 2}]}")
                .atOnce(2)
                .explanation();

        assertThat(explanation.anomaly()).contains(Anomaly.DUPLICATE);
        assertThat(explanation.sentence())
                .isEqualTo("A's update and B's update of weeks were under way at the same time: each looked before the"
                        + " other had inserted, and both inserted.");
    }

    @Test
    void aFindLetGoTogetherWithAWriteHasWrittenNothing() {
        Explanation explanation = played.finds("A", "items", "{}", "{_id: 1}")
                .of(
                        "B",
                        "{update: 'items', updates: [{q: {}, u: {$set: {x: 1}}, multi: true}]}",
                        "{n: 2, nModified: 2}")
                .atOnce(2)
                .explanation();

        assertThat(explanation.anomaly()).isEmpty();
        assertThat(explanation.sentence()).endsWith("A may have seen some of what B wrote and not the rest.");
    }

    @Test
    void whoIsRefusedBecauseOfAnOpenTransactionSaysSo() {
        String begin = ", lsid: {id: 1}, txnNumber: 1, startTransaction: true, autocommit: false}";
        Explanation explanation = played.of(
                        "A",
                        "{update: 'accounts', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]" + begin,
                        "{n: 1, nModified: 1}")
                .inserts("B", "transfers", "{_id: 1, status: 'pending'}")
                .failing(
                        "B",
                        "{update: 'accounts', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]" + begin,
                        "{code: 112, codeName: 'WriteConflict', errmsg: 'Write conflict'}")
                .accusing(new Accused(Set.of(), List.of(), Set.of(), Set.of("B")));

        assertThat(explanation.anomaly()).isEmpty();
        assertThat(explanation.sentence())
                .isEqualTo("B's update of accounts met A's open transaction: WriteConflict (112). B came no further.");
    }
}
