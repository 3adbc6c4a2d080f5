package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.document.Traits;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** For every name a schedule that deserves it, and one beside it that does not. */
class ExplanationsTest {

    private final Played played = new Played();

    @Nested
    class LostUpdate {

        @Test
        void isWritingWhatOneHadReadBeforeTheOthersWrite() {
            Explanation explanation = played.finds("A", "balances", "{_id: 1}", "{_id: 1, hours: 8}")
                    .finds("B", "balances", "{_id: 1}", "{_id: 1, hours: 8}")
                    .updates("A", "balances", "{_id: 1}", "{$set: {hours: 12}}")
                    .updates("B", "balances", "{_id: 1}", "{$set: {hours: 20}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
            assertThat(explanation.sentence())
                    .isEqualTo("B wrote hours of balances {_id: 1}, which it had read before A's write.");
            assertThat(explanation.steps()).extracting(Step::contender).containsExactly("B", "A", "B");
        }

        @Test
        void isANumberThatBothComputedThoughTheSecondChangesNothing() {
            Explanation explanation = played.finds("A", "stock", "{_id: 1}", "{_id: 1, quantity: 100}")
                    .finds("B", "stock", "{_id: 1}", "{_id: 1, quantity: 100}")
                    .updates("A", "stock", "{_id: 1}", "{$set: {quantity: 20}}")
                    .of(
                            "B",
                            "{update: 'stock', updates: [{q: {_id: 1}, u: {$set: {quantity: 20}}}]}",
                            "{n: 1, nModified: 0}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
        }

        @Test
        void isAListWrittenBackWhole() {
            Explanation explanation = played.finds("A", "items", "{_id: 1}", "{_id: 1, log: ['x']}")
                    .finds("B", "items", "{_id: 1}", "{_id: 1, log: ['x']}")
                    .updates("A", "items", "{_id: 1}", "{$set: {log: ['x', 'a']}}")
                    .updates("B", "items", "{_id: 1}", "{$set: {log: ['x', 'b']}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
            assertThat(explanation.sentence()).startsWith("B wrote log of items {_id: 1}");
        }

        @Test
        void isAWholeDocumentSaved() {
            Explanation explanation = played.finds("A", "items", "{_id: 1}", "{_id: 1, stock: 100, name: 'n'}")
                    .finds("B", "items", "{_id: 1}", "{_id: 1, stock: 100, name: 'n'}")
                    .updates("B", "items", "{_id: 1}", "{_id: 1, stock: 80, name: 'n'}")
                    .updates("A", "items", "{_id: 1}", "{_id: 1, stock: 70, name: 'n'}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
            assertThat(explanation.sentence())
                    .isEqualTo("A wrote stock of items {_id: 1}, which it had read before B's write.");
        }

        @Test
        void isNotTwoFieldsOfOneDocument() {
            Explanation explanation = played.finds("A", "orders", "{_id: 1}", "{_id: 1, paid: false, shipped: false}")
                    .updates("B", "orders", "{_id: 1}", "{$set: {paid: true}}")
                    .updates("A", "orders", "{_id: 1}", "{$set: {shipped: true}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.FUZZY_READ);
        }

        @Test
        void isNotTheTimeAtWhichBothWereThere() {
            Explanation explanation = played.finds("A", "users", "{_id: 1}", "{_id: 1}")
                    .updates("B", "users", "{_id: 1}", "{$set: {seen: {$date: '2026-11-24T10:00:00Z'}}}")
                    .updates("A", "users", "{_id: 1}", "{$set: {seen: {$date: '2026-11-24T10:00:01Z'}}}")
                    .explanation();

            assertThat(explanation.anomaly()).isNotEqualTo(Optional.of(Anomaly.LOST_UPDATE));
        }

        @Test
        void isNotWhatAFilterGuards() {
            played.finds("A", "items", "{_id: 1}", "{_id: 1, stock: 100, version: 1}")
                    .updates("B", "items", "{_id: 1, version: 1}", "{$set: {stock: 70, version: 2}}")
                    .updates("A", "items", "{_id: 1, version: {$gte: 1}}", "{$set: {stock: 80, version: 3}}");

            assertThat(played.explanation().anomaly()).isEmpty();
        }

        @Test
        void isNotWhatWasReadAgain() {
            played.finds("A", "items", "{_id: 1}", "{_id: 1, stock: 100}")
                    .updates("B", "items", "{_id: 1}", "{$set: {stock: 70}}")
                    .finds("A", "items", "{_id: 1}", "{_id: 1, stock: 70}")
                    .updates("A", "items", "{_id: 1}", "{$set: {stock: 20}}");

            assertThat(played.explanation().anomaly()).contains(Anomaly.FUZZY_READ);
        }
    }

    @Nested
    class Duplicate {

        @Test
        void isAnInsertWhereOneHadLookedBeforeTheOtherInserted() {
            Explanation explanation = played.finds("A", "invoices", "{order: 'o'}")
                    .finds("B", "invoices", "{order: 'o'}")
                    .inserts("B", "invoices", "{_id: 1, order: 'o'}")
                    .inserts("A", "invoices", "{_id: 2, order: 'o'}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.DUPLICATE);
            assertThat(explanation.sentence())
                    .isEqualTo("A's find of invoices {order: \"o\"} found nothing, then B inserted one, and A inserted"
                            + " another.");
        }

        @Test
        void isAnUpdateThatFoundNothingAndThenAnInsert() {
            String nothing = "{n: 0, nModified: 0}";
            String update = "{update: 'counts', updates: [{q: {key: 'k'}, u: {$inc: {n: 1}}}]}";

            Explanation explanation = played.of("A", update, nothing)
                    .of("B", update, nothing)
                    .inserts("B", "counts", "{_id: 1, key: 'k', n: 1}")
                    .inserts("A", "counts", "{_id: 2, key: 'k', n: 1}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.DUPLICATE);
            assertThat(explanation.sentence())
                    .startsWith("A's update of counts {key: \"k\"} found nothing, then B inserted");
            assertThat(played.stars(explanation)).containsExactly(1, 3, 4);
        }

        @Test
        void isTheNextNumberTakenTwice() {
            Explanation explanation = played.finds("A", "invoices", "{}", "{_id: 1, number: 'INV-7'}")
                    .finds("B", "invoices", "{}", "{_id: 1, number: 'INV-7'}")
                    .inserts("B", "invoices", "{_id: 2, number: 'INV-8'}")
                    .inserts("A", "invoices", "{_id: 3, number: 'INV-8'}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.DUPLICATE);
        }

        @Test
        void isNotOneMoreThanThereMayBe() {
            Explanation explanation = played.finds("A", "bookings", "{course: 'c'}", "{_id: 1, course: 'c', who: 'x'}")
                    .finds("B", "bookings", "{course: 'c'}", "{_id: 1, course: 'c', who: 'x'}")
                    .inserts("B", "bookings", "{_id: 2, course: 'c', who: 'b'}")
                    .inserts("A", "bookings", "{_id: 3, course: 'c', who: 'a'}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.PASSED_LIMIT);
            assertThat(explanation.sentence())
                    .isEqualTo("A added to bookings {course: \"c\"}, where it had looked before B did.");
        }

        @Test
        void isNotAnUpsertThatFoundADocument() {
            String upsert = "{update: 'weeks', updates: [{q: {_id: 1}, u: {$set: {hours: 3}}, upsert: true}]}";

            Explanation explanation = played.finds("A", "weeks", "{_id: 1}", "{_id: 1, hours: 1}")
                    .of("B", upsert, "{n: 1, nModified: 1}")
                    .of("A", upsert.replace("3", "4"), "{n: 1, nModified: 1}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
        }
    }

    @Nested
    class DoubleApply {

        @Test
        void isTheSameChangeMadeTwice() {
            Explanation explanation = played.finds("A", "orders", "{_id: 1}", "{_id: 1, stage: 'cut'}")
                    .finds("B", "orders", "{_id: 1}", "{_id: 1, stage: 'cut'}")
                    .updates("B", "orders", "{_id: 1}", "{$set: {stage: 'wound', at: '2026-11-24T10:00:00.001Z'}}")
                    .updates("A", "orders", "{_id: 1}", "{$set: {stage: 'wound', at: '2026-11-24T10:00:00.002Z'}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.DOUBLE_APPLY);
            assertThat(explanation.sentence())
                    .isEqualTo(
                            "A made the change to stage of orders {_id: 1} that B had made, because it had read orders"
                                    + " before that.");
        }

        @Test
        void isAnAmountGivenTwiceBecauseOfOneState() {
            Explanation explanation = played.finds("A", "refunds", "{_id: 1}", "{_id: 1, done: false}")
                    .finds("B", "refunds", "{_id: 1}", "{_id: 1, done: false}")
                    .updates("B", "accounts", "{_id: 9}", "{$inc: {balance: 10}}")
                    .updates("B", "refunds", "{_id: 1}", "{$set: {done: true}}")
                    .updates("A", "accounts", "{_id: 9}", "{$inc: {balance: 10}}")
                    .accusing(new Accused(
                            Set.of("shop.accounts"),
                            List.of(new Traits(Map.of("_id", "number 9"), "")),
                            Set.of(),
                            Set.of()));

            assertThat(explanation.anomaly()).contains(Anomaly.DOUBLE_APPLY);
        }

        @Test
        void isNotAnotherState() {
            Explanation explanation = played.finds("A", "orders", "{_id: 1}", "{_id: 1, stage: 'cut'}")
                    .updates("B", "orders", "{_id: 1}", "{$set: {stage: 'wound'}}")
                    .updates("A", "orders", "{_id: 1}", "{$set: {stage: 'cancelled'}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
        }

        @Test
        void isNotWhatADocumentSavedWholeKeeps() {
            Explanation explanation = played.finds("A", "items", "{_id: 1}", "{_id: 1, stock: 100, name: 'n'}")
                    .updates("B", "items", "{_id: 1}", "{_id: 1, stock: 80, name: 'n'}")
                    .updates("A", "items", "{_id: 1}", "{_id: 1, stock: 80, name: 'n'}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.LOST_UPDATE);
        }
    }

    @Nested
    class Oversell {

        @Test
        void isTakingFromWhatWasCheckedBeforeTheOtherTook() {
            Explanation explanation = played.finds("A", "stock", "{_id: 1}", "{_id: 1, quantity: 100}")
                    .finds("B", "stock", "{_id: 1}", "{_id: 1, quantity: 100}")
                    .updates("A", "stock", "{_id: 1}", "{$inc: {quantity: -80}}")
                    .updates("B", "stock", "{_id: 1}", "{$inc: {quantity: -80}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.OVERSELL);
            assertThat(explanation.sentence())
                    .isEqualTo("B took from quantity of stock {_id: 1}, which it had checked before A took from it.");
        }

        @Test
        void isNotWhereSomethingIsAdded() {
            Explanation explanation = played.finds("A", "courses", "{_id: 1}", "{_id: 1, taken: 9}")
                    .updates("B", "courses", "{_id: 1}", "{$inc: {taken: 1}}")
                    .updates("A", "courses", "{_id: 1}", "{$inc: {taken: 1}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.PASSED_LIMIT);
        }
    }

    @Nested
    class PassedLimit {

        @Test
        void isTwoAdditionsToAListThatBothSurvive() {
            Explanation explanation = played.finds("A", "teams", "{_id: 1}", "{_id: 1, members: ['x']}")
                    .finds("B", "teams", "{_id: 1}", "{_id: 1, members: ['x']}")
                    .updates("A", "teams", "{_id: 1}", "{$push: {members: 'a'}}")
                    .updates("B", "teams", "{_id: 1}", "{$push: {members: 'b'}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.PASSED_LIMIT);
            assertThat(explanation.sentence())
                    .isEqualTo("B added to members of teams {_id: 1}, which it had looked at before A added to it.");
        }

        @Test
        void isNotTheSameAddedTwice() {
            Explanation explanation = played.finds("A", "teams", "{_id: 1}", "{_id: 1, members: []}")
                    .updates("B", "teams", "{_id: 1}", "{$push: {members: 'm'}}")
                    .updates("A", "teams", "{_id: 1}", "{$push: {members: 'm'}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.DOUBLE_APPLY);
        }
    }

    @Nested
    class WriteSkew {

        private static final String COUNT =
                "{aggregate: 'doctors', pipeline: [{$match: {ward: 'w', on: true}}, {$group: {_id: 1, n: {$sum: 1}}}]}";
        private static final String TWO = "{cursor: {firstBatch: [{_id: 1, n: 2}]}}";

        @Test
        void isEachWritingAnotherOfTheDocumentsThatBothHadCounted() {
            Explanation explanation = played.of("A", COUNT, TWO)
                    .of("B", COUNT, TWO)
                    .updates("A", "doctors", "{ward: 'w', name: 'a'}", "{$set: {on: false}}")
                    .updates("B", "doctors", "{ward: 'w', name: 'b'}", "{$set: {on: false}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.WRITE_SKEW);
            assertThat(explanation.sentence())
                    .isEqualTo(
                            "B wrote doctors {ward: \"w\", name: \"b\"}, which A had read before, and A wrote doctors"
                                    + " {ward: \"w\", name: \"a\"}, which B had read before.");
            assertThat(played.stars(explanation)).containsExactly(1, 2, 3, 4);
        }

        @Test
        void isNotWhereOnlyOneHadReadWhatTheOtherWrote() {
            Explanation explanation = played.of("A", COUNT, TWO)
                    .updates("B", "doctors", "{ward: 'w', name: 'b'}", "{$set: {on: false}}")
                    .updates("A", "doctors", "{ward: 'w', name: 'a'}", "{$set: {on: false}}")
                    .explanation();

            assertThat(explanation.anomaly()).contains(Anomaly.FUZZY_READ);
        }
    }

    @Test
    void theStarredReadIsTheOneThatTheDecisionRestsOn() {
        Explanation explanation = played.finds("A", "items", "{shop: 's'}", "{_id: 2, shop: 's', stock: 1}")
                .finds("A", "items", "{_id: 1}", "{_id: 1, stock: 100}")
                .finds("A", "items", "{_id: 3}", "{_id: 3, stock: 7}")
                .updates("B", "items", "{_id: 1}", "{$set: {stock: 70}}")
                .updates("A", "items", "{_id: 1}", "{$set: {stock: 80}}")
                .explanation();

        assertThat(played.stars(explanation)).containsExactly(2, 4, 5);
    }

    @Test
    void oneAfterTheOtherExplainsNothing() {
        played.finds("A", "stock", "{_id: 1}", "{_id: 1, quantity: 100}")
                .updates("A", "stock", "{_id: 1}", "{$set: {quantity: 20}}")
                .finds("B", "stock", "{_id: 1}", "{_id: 1, quantity: 20}")
                .updates("B", "stock", "{_id: 1}", "{$set: {quantity: 20}}");

        assertThat(played.explained()).isEmpty();
    }

    @Test
    void aWriteThatChangedNothingMakesNoReadStale() {
        played.finds("A", "stock", "{_id: 1}", "{_id: 1, quantity: 100}")
                .of(
                        "B",
                        "{update: 'stock', updates: [{q: {_id: 1}, u: {$set: {quantity: 20}}}]}",
                        "{n: 0, nModified: 0}")
                .updates("A", "stock", "{_id: 1}", "{$set: {quantity: 20}}");

        assertThat(played.explained()).isEmpty();
    }
}
