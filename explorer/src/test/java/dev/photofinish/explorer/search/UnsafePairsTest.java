package dev.photofinish.explorer.search;

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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unsafe whatever a sample shows. */
class UnsafePairsTest {

    private static final Answer INSERTED = new Answer(Answer.Effect.ADDED, "1 inserted");
    private static final Answer CHANGED = new Answer(Answer.Effect.CHANGED, "1 changed");

    @Test
    void upsertsThatCanBothInsertAndWereNotCaughtAtIt() {
        assertThat(afterASampleIn(INSERTED)).isEmpty();
        assertThat(afterASampleIn(CHANGED))
                .singleElement()
                .asString()
                .contains("unsafe, and not reproduced", "together 20 times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | never released together.", "1 | Released together once:", "20 | Released together 20 times:"})
    void howOftenTheyWereReleasedTogetherIsSaid(int times, String said) {
        List<Step> pair = List.of(many("A", "update", Grain.COMPOUND), many("B", "update", Grain.COMPOUND));

        assertThat(new UnsafePairs().notCaught(List.of(pair), times))
                .singleElement()
                .asString()
                .contains(said);
    }

    private static Set<String> afterASampleIn(Answer answerOfTheSecond) {
        UnsafePairs unsafe = new UnsafePairs();
        Step one = upsert("A");
        Step other = upsert("B");

        unsafe.add(landing(new Turn(List.of(one), List.of(INSERTED), List.of())));
        unsafe.add(landing(new Turn(List.of(other), List.of(INSERTED), List.of())));
        unsafe.add(landing(new Turn(List.of(one, other), List.of(INSERTED, answerOfTheSecond), List.of())));

        return unsafe.notCaught(List.of(List.of(one, other)), 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "delete", "bulkWrite"})
    void commandsThatEachChangeManyDocuments(String name) {
        assertThat(notCaught(many("A", name, Grain.COMPOUND), many("B", name, Grain.COMPOUND)))
                .singleElement()
                .asString()
                .contains("unsafe, and not reproduced", "sampled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert", "update", "aggregate"})
    void aPipelineThatWritesBesideAWriteOfWhatItReads(String name) {
        assertThat(notCaught(many("A", name, Grain.ATOMIC), many("B", "aggregate", Grain.COMPOUND)))
                .singleElement()
                .asString()
                .contains("reads first and writes after that", "unsafe, and not reproduced");
    }

    @Test
    void notOneThatOnlyReads() {
        Step reading = step("B", "aggregate", new Access("weeks", Mode.READ, Keys.UNKNOWN, Grain.ATOMIC));

        assertThat(notCaught(many("A", "insert", Grain.COMPOUND), reading)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "update"})
    void oneOfVeryManyDocumentsBesideOneThatLooksAtSeveral(String name) {
        Step looking = step("B", name, new Access("weeks", Mode.READ, Keys.UNKNOWN, Grain.ATOMIC));

        assertThat(notCaught(many("A", "insert", Grain.PIECEMEAL), looking))
                .singleElement()
                .asString()
                .startsWith("A's insert weeks writes so many documents that B's " + name + " weeks can meet some");
        assertThat(notCaught(looking, many("A", "insert", Grain.PIECEMEAL)))
                .isEqualTo(notCaught(many("A", "insert", Grain.PIECEMEAL), looking));
    }

    @Test
    void notThoseThatBrokeARuleTogether() {
        Step one = many("A", "insert", Grain.PIECEMEAL);
        Step looking = step("B", "count", new Access("weeks", Mode.READ, Keys.UNKNOWN, Grain.ATOMIC));
        Turn together = new Turn(List.of(one, looking), List.of(INSERTED, CHANGED), List.of());
        Judgement broken = Judgement.of(List.of(new Finding("whole", Finding.Weight.VIOLATION, "half of it")));
        UnsafePairs unsafe = new UnsafePairs();

        unsafe.add(new Landing.Judged<>(List.of(), List.of(together), Optional.empty(), broken, new Begun.AtOnce()));

        assertThat(unsafe.notCaught(List.of(List.of(one, looking)), 20)).isEmpty();
    }

    @Test
    void notBesideOneThatLooksAtOneOrInserts() {
        Step byId = step("B", "find", new Access("weeks", Mode.READ, new Keys("_id", Set.of("1")), Grain.ATOMIC));
        Step elsewhere = step("B", "count", new Access("days", Mode.READ, Keys.UNKNOWN, Grain.ATOMIC));

        assertThat(notCaught(many("A", "insert", Grain.PIECEMEAL), byId)).isEmpty();
        assertThat(notCaught(many("A", "insert", Grain.PIECEMEAL), elsewhere)).isEmpty();
        assertThat(notCaught(many("A", "insert", Grain.PIECEMEAL), many("B", "insert", Grain.PIECEMEAL)))
                .isEmpty();
    }

    @Test
    void notThoseThatHaveBeenTakenApart() {
        assertThat(notCaught(many("A", "update", Grain.REMAINDER), many("B", "update", Grain.REMAINDER)))
                .isEmpty();
    }

    @Test
    void notThoseInTransactions() {
        assertThat(notCaught(inATransaction("A"), inATransaction("B"))).isEmpty();
    }

    @Test
    void notThoseOfWhichOneIsASingleStep() {
        assertThat(notCaught(many("A", "update", Grain.COMPOUND), many("B", "update", Grain.ATOMIC)))
                .isEmpty();
    }

    @Test
    void notThoseWhoseDocumentsBecomeVisibleTogether() {
        assertThat(notCaught(many("A", "insert", Grain.COMPOUND), many("B", "insert", Grain.COMPOUND)))
                .isEmpty();
    }

    private static Set<String> notCaught(Step one, Step other) {
        return new UnsafePairs().notCaught(List.of(List.of(one, other)), 20);
    }

    private static Step many(String contender, String name, Grain grain) {
        return step(contender, name, new Access("weeks", Mode.WRITE, Keys.UNKNOWN, grain));
    }

    private static Step inATransaction(String contender) {
        Step plain = many(contender, "update", Grain.COMPOUND);
        Command command = plain.command();
        return new Step(
                contender,
                1,
                new Command(command.name(), command.shape(), command.text(), command.accesses(), Part.CONTINUES));
    }

    private static Step upsert(String contender) {
        Access access = new Access("weeks", Mode.WRITE, Keys.UNKNOWN, Grain.COMPOUND, Optional.of(Keys.UNKNOWN));
        return step(contender, "update", access);
    }

    private static Step step(String contender, String name, Access access) {
        return new Step(contender, 1, new Command(name, name + " weeks", name + " weeks", List.of(access), Part.NONE));
    }

    private static Landing landing(Turn turn) {
        return new Landing.Judged<>(List.of(), List.of(turn), Optional.empty(), Judgement.HELD, new Begun.AtOnce());
    }
}
