package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OtherwiseTest {

    private static final String FOUND = "{_id: 1, left: 1}";

    @Test
    void theFirstAnswerThatWouldHaveBeenAnotherIsNamed() {
        Played schedule = new Played()
                .finds("A", "seats", "{_id: 1}", FOUND)
                .finds("B", "seats", "{_id: 1}", FOUND)
                .updates("A", "seats", "{_id: 1}", "{$set: {left: 0}}");
        Played serial = new Played()
                .finds("A", "seats", "{_id: 1}", FOUND)
                .updates("A", "seats", "{_id: 1}", "{$set: {left: 0}}")
                .finds("B", "seats", "{_id: 1}", "{_id: 1, left: 0}");

        Explanation explanation = than(serial, schedule);

        assertThat(explanation.anomaly()).isEmpty();
        assertThat(explanation.sentence())
                .isEqualTo(
                        "B's find seats {_id: 1} was answered: {_id: 1, left: 1}. One after the other (A, then B) it is"
                                + " answered: {_id: 1, left: 0}.");
        assertThat(schedule.stars(explanation)).containsExactly(2);
    }

    @Test
    void soIsWhatWouldNotHaveBeenSent() {
        Played schedule = new Played().finds("A", "seats", "{_id: 1}", FOUND).inserts("B", "log", "{what: 'late'}");
        Played serial = new Played().finds("A", "seats", "{_id: 1}", FOUND);

        assertThat(than(serial, schedule).sentence())
                .isEqualTo("B sent insert log {what: \"late\"}. One after the other (A, then B) it does not get that"
                        + " far.");
    }

    @Test
    void idsAndTimesThatAreGeneratedEachTimeAreNoDifference() {
        Played schedule = new Played()
                .finds(
                        "A",
                        "log",
                        "{}",
                        "{_id: {$oid: '65f000000000000000000001'}, at: {$date: '2026-11-30T10:00:00Z'}}");
        Played serial = new Played()
                .finds(
                        "A",
                        "log",
                        "{}",
                        "{_id: {$oid: '65f000000000000000000002'}, at: {$date: '2026-11-30T10:00:01Z'}}");

        assertThat(Otherwise.than(serial.turns(), List.of("A", "B"), schedule.turns()))
                .isEmpty();
    }

    private static Explanation than(Played serial, Played schedule) {
        return Otherwise.than(serial.turns(), List.of("A", "B"), schedule.turns())
                .orElseThrow();
    }
}
