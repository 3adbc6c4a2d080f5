package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationsTest {

    @Test
    void writingWhatOneHadReadBeforeTheOthersWriteIsALostUpdate() {
        Explanation explanation = explain(
                read("A", "misty.balances", "1"),
                read("B", "misty.balances", "1"),
                update("A", "misty.balances", "1", "{$set: {hours: 12}}"),
                update("B", "misty.balances", "1", "{$set: {hours: 20}}"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.LOST_UPDATE);
        assertThat(explanation.sentence()).isEqualTo("B wrote balances, which it had read before A's write.");
        assertThat(explanation.steps()).extracting(Step::contender).containsExactly("B", "A", "B");
    }

    @Test
    void aNumberThatBothComputedIsStillALostUpdate() {
        Explanation explanation = Explanations.of(List.of(
                        turn(read("A", "misty.stock", "1")),
                        turn(read("B", "misty.stock", "1")),
                        turn(update("A", "misty.stock", "1", "{$set: {quantity: 20}}")),
                        turn(update("B", "misty.stock", "1", "{$set: {quantity: 20}}"), Answer.Effect.REWROTE),
                        turn(insert("B", "misty.movements"))))
                .orElseThrow();

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.LOST_UPDATE);
    }

    @Test
    void makingTheSameChangeTwiceIsADoubleApply() {
        Explanation explanation = explain(
                read("A", "misty.orders", "1"),
                read("B", "misty.orders", "1"),
                update("B", "misty.orders", "1", "{$set: {stage: \"winding\", at: 2026-11-24T10:00:00.001Z}}"),
                update("A", "misty.orders", "1", "{$set: {stage: \"winding\", at: 2026-11-24T10:00:00.002Z}}"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.DOUBLE_APPLY);
        assertThat(explanation.sentence())
                .isEqualTo("A made the change to orders that B had made, because it had read orders before that.");
    }

    @Test
    void writingBackTheWholeDocumentIsALostUpdateHoweverAlikeItLooks() {
        Explanation explanation = explain(
                read("A", "misty.orders", "1"),
                read("B", "misty.orders", "1"),
                update("B", "misty.orders", "1", "{_id: \"a\", order_number: \"ADM-1\", client…"),
                update("A", "misty.orders", "1", "{_id: \"a\", order_number: \"ADM-1\", client…"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.LOST_UPDATE);
    }

    @Test
    void insertingWhereOneHadLookedBeforeTheOtherDidIsADuplicate() {
        Explanation explanation = explain(
                read("A", "misty.invoices", ""),
                read("B", "misty.invoices", ""),
                insert("B", "misty.invoices"),
                insert("A", "misty.invoices"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.DUPLICATE);
        assertThat(explanation.sentence()).isEqualTo("A added to invoices, where it had looked before B did.");
    }

    @Test
    void takingFromWhatWasCheckedBeforeTheOtherTookIsAnOversell() {
        Explanation explanation = explain(
                read("A", "misty.stock", "1"),
                read("B", "misty.stock", "1"),
                update("A", "misty.stock", "1", "{$inc: {quantity: -80}}"),
                update("B", "misty.stock", "1", "{$inc: {quantity: -80}}"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.OVERSELL);
    }

    @Test
    void eachWritingWhatTheOtherHadReadIsAWriteSkew() {
        Explanation explanation = explain(
                read("A", "bank.accounts", "1"),
                read("B", "bank.accounts", "2"),
                update("A", "bank.accounts", "2", "{$set: {on: false}}"),
                update("B", "bank.accounts", "1", "{$set: {on: false}}"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.WRITE_SKEW);
        assertThat(explanation.sentence())
                .isEqualTo("B wrote accounts, which A had read before, and A wrote accounts, which B had read before.");
    }

    @Test
    void actingElsewhereOnWhatHasChangedSinceIsAFuzzyRead() {
        Explanation explanation = explain(
                read("A", "misty.timesheets", "1"),
                update("B", "misty.timesheets", "1", "{$set: {status: \"approved\"}}"),
                insert("A", "misty.payslips"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.FUZZY_READ);
        assertThat(explanation.sentence())
                .isEqualTo("A wrote payslips because of timesheets, which it had read before B's write.");
    }

    @Test
    void readingTwiceWithAWriteInBetweenIsAFuzzyRead() {
        Explanation explanation = explain(
                read("A", "misty.orders", "1"),
                update("B", "misty.orders", "1", "{$set: {stage: \"winding\"}}"),
                read("A", "misty.orders", "1"));

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.FUZZY_READ);
        assertThat(explanation.sentence()).isEqualTo("A read orders twice, and B wrote it in between.");
    }

    @Test
    void stepsLetGoTogetherThatBothAddAreADuplicate() {
        Step one = update("A", "misty.weeks", "", "{$setOnInsert: {}} upsert");
        Step other = update("B", "misty.weeks", "", "{$setOnInsert: {}} upsert");
        Answer changed = new Answer(Answer.Effect.CHANGED, "");

        Explanation explanation = Explanations.of(
                        List.of(new Turn(List.of(one, other), List.of(changed, changed), List.of())))
                .orElseThrow();

        assertThat(explanation.anomaly()).isEqualTo(Anomaly.DUPLICATE);
        assertThat(explanation.sentence())
                .isEqualTo(
                        "A's update and B's update of weeks were under way at the same time, and neither saw what the"
                                + " other wrote.");
    }

    @Test
    void oneAfterTheOtherExplainsNothing() {
        List<Turn> serial = List.of(
                turn(read("A", "misty.stock", "1")),
                turn(update("A", "misty.stock", "1", "{$set: {quantity: 20}}")),
                turn(read("B", "misty.stock", "1")),
                turn(update("B", "misty.stock", "1", "{$set: {quantity: 20}}")));

        assertThat(Explanations.of(serial)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED_NOTHING", "REWROTE"})
    void aWriteThatChangedNothingMakesNoReadStale(Answer.Effect nothing) {
        Turn refused = turn(update("B", "misty.stock", "1", "{$set: {quantity: 20}}"), nothing);

        assertThat(Explanations.of(List.of(
                        turn(read("A", "misty.stock", "1")),
                        refused,
                        turn(update("A", "misty.stock", "1", "{$set: {quantity: 20}}")))))
                .isEmpty();
    }

    private static Explanation explain(Step... steps) {
        return Explanations.of(
                        List.of(steps).stream().map(ExplanationsTest::turn).toList())
                .orElseThrow();
    }

    private static Turn turn(Step step) {
        return turn(step, Answer.Effect.CHANGED);
    }

    private static Turn turn(Step step, Answer.Effect effect) {
        return new Turn(List.of(step), List.of(new Answer(effect, "")), List.of());
    }

    private static Step read(String contender, String namespace, String id) {
        return step(contender, "find", namespace, Mode.READ, id, "");
    }

    private static Step update(String contender, String namespace, String id, String update) {
        return step(contender, "update", namespace, Mode.WRITE, id, update);
    }

    private static Step insert(String contender, String namespace) {
        return step(contender, "insert", namespace, Mode.WRITE, "", "");
    }

    private static Step step(String contender, String name, String namespace, Mode mode, String id, String change) {
        Keys keys = id.isEmpty() ? Keys.UNKNOWN : new Keys("_id", Set.of(id));
        Command command = new Command(
                name,
                name + " " + namespace,
                name + " " + namespace + " " + change,
                List.of(new Access(namespace, mode, keys, Grain.ATOMIC)),
                Part.NONE);
        return new Step(contender, 1, command);
    }
}
