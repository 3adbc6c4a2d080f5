package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.DEPOSITS;
import static dev.photofinish.explorer.oracle.Ledgers.confirmations;
import static dev.photofinish.explorer.oracle.Ledgers.documents;
import static dev.photofinish.explorer.oracle.Ledgers.judge;
import static dev.photofinish.explorer.oracle.Ledgers.number;
import static dev.photofinish.explorer.oracle.Ledgers.runs;
import static dev.photofinish.explorer.oracle.Told.Outcome.ACCEPTED;
import static dev.photofinish.explorer.oracle.Told.Outcome.FAILED;
import static dev.photofinish.explorer.oracle.Told.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.LedgerContest.Move;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Textbook anomalies are not serializable, serial orders and clean refusals are. */
class SerialOracleTest {

    @ParameterizedTest
    @ValueSource(strings = {"A A B B", "B B A A"})
    void aSerialOrderIsSerializable(String schedule) throws InterruptedException {
        assertThat(judge(DEPOSITS, schedule)).isEqualTo(Judgement.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B A B", "A B B A", "B A A B", "B A B A"})
    void aLostUpdateIsNot(String schedule) throws InterruptedException {
        Judgement judgement = judge(DEPOSITS, schedule);

        assertThat(judgement.inconclusive()).isEmpty();
        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("serializable");
            assertThat(finding.weight()).isEqualTo(Finding.Weight.NOTICE);
            assertThat(finding.text())
                    .startsWith("No order of the contenders one after the other gives this result.")
                    .contains("accounts (_id 1) balance: 1")
                    .contains(", one after the other 130");
        });
    }

    @Test
    void whatItWeighsIsSaid() throws InterruptedException {
        SerialOracle<Result> oracle = new SerialOracle<>(runs(DEPOSITS), Finding.Weight.VIOLATION, Masking.BY_NAME);

        assertThat(oracle.judge(List.of(), DEPOSITS.run("A B A B")).findings())
                .extracting(Finding::weight)
                .containsExactly(Finding.Weight.VIOLATION);
    }

    // write skew: whoever sees the other on call leaves

    private static Move leavesIfNotAlone(String me) {
        return (books, mine) -> {
            if (mine.recall("onCall").asInt32().getValue() < 2) {
                mine.ends(REFUSED, "you are the last");
                return;
            }
            books.in("doctors").stream()
                    .filter(doctor -> doctor.getString("_id").getValue().equals(me))
                    .forEach(doctor -> doctor.put("onCall", number(0)));
            mine.accepted("good night");
        };
    }

    private static final Move COUNTS_ON_CALL = (books, mine) -> mine.remember(
            "onCall",
            number(books.in("doctors").stream()
                    .mapToInt(doctor -> doctor.getInt32("onCall").getValue())
                    .sum()));

    private static final LedgerContest DOCTORS = new LedgerContest(
                    Map.of("doctors", documents("{_id: 'ann', onCall: 1}", "{_id: 'bob', onCall: 1}")))
            .with("A", COUNTS_ON_CALL, leavesIfNotAlone("ann"))
            .with("B", COUNTS_ON_CALL, leavesIfNotAlone("bob"));

    @Test
    void writeSkewIsNotSerializable() throws InterruptedException {
        assertThat(judge(DOCTORS, "A A B B").findings()).isEmpty();
        assertThat(judge(DOCTORS, "A B A B").findings()).hasSize(1);
    }

    // refusals

    @ParameterizedTest
    @ValueSource(strings = {"A B A B", "A B B A"})
    void aCleanRefusalCountsAsIfItHadNotBeen(String schedule) throws InterruptedException {
        assertThat(judge(confirmations(false), schedule)).isEqualTo(Judgement.HELD);
    }

    @Test
    void aRefusalThatLeavesSomethingBehindDoesNot() throws InterruptedException {
        assertThat(judge(confirmations(true), "A B A B").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("audit: {what: \"refused\"}, one after the other no document like this"));
    }

    private static Move wants(int more) {
        return (books, mine) -> books.first("lots")
                .put("wanted", number(books.first("lots").getInt32("wanted").getValue() + more));
    }

    private static final Move LOOKS_AROUND = (books, mine) -> mine.remember("wanted", books.value("lots", "wanted"));

    private static Move givesWayIfContended(Move leaving) {
        return (books, mine) -> {
            leaving.go(books, mine);
            mine.ends(mine.recall("wanted").equals(number(1)) ? ACCEPTED : REFUSED, "");
        };
    }

    @Test
    void ifEverybodyIsRefusedNothingMayHaveChanged() throws InterruptedException {
        Map<String, List<BsonDocument>> given = Map.of("lots", documents("{_id: 1, wanted: 0}"));
        LedgerContest polite = new LedgerContest(given)
                .with("A", wants(1), LOOKS_AROUND, givesWayIfContended(wants(-1)))
                .with("B", wants(1), LOOKS_AROUND, givesWayIfContended(wants(-1)));
        LedgerContest forgetful = new LedgerContest(given)
                .with("A", wants(1), LOOKS_AROUND, givesWayIfContended(wants(-1)))
                .with("B", wants(1), LOOKS_AROUND, givesWayIfContended(wants(1)));

        assertThat(judge(polite, "A B A B A B")).isEqualTo(Judgement.HELD);
        assertThat(judge(forgetful, "A B A B A B").findings()).hasSize(1);
    }

    @Test
    void ofAFailureNothingCanBeSaid() throws InterruptedException {
        LedgerContest contest = new LedgerContest(Map.of())
                .with("A", (books, mine) -> mine.accepted("ok"))
                .with("B", (books, mine) -> mine.ends(FAILED, "500"));

        assertThat(judge(contest, "A B").inconclusive()).contains("B failed, and nobody knows how far it came.");
    }
}
