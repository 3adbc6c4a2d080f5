package dev.photofinish.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void anInterleavingThatBreaksSeveralRulesIsShownOnce() {
        Discovery one = discovery("expect", "A B B A", 0);
        Discovery other = discovery("stock-not-negative", "A B B A", 1);
        Discovery elsewhere = discovery("serializable", "A A B B", 0);

        List<Shown> shown = Shown.of(List.of(one, elsewhere, other));

        assertThat(shown).extracting(Shown::discoveries).containsExactly(List.of(one, other), List.of(elsewhere));
    }

    @Test
    void theCommandsThatExplainAnyOfTheRulesAreMarked() {
        Shown shown = new Shown(List.of(discovery("expect", "A B", 0), discovery("stock", "A B", 1)));

        assertThat(shown.interleaving().turns())
                .flatExtracting(Turn::commands)
                .extracting(Turn.Command::conflicts)
                .containsExactly(true, true);
    }

    @Test
    void oneSentenceForSeveralRulesIsReadOnce() {
        Shown shown = new Shown(List.of(
                explained("expect", "A overwrote B."),
                explained("stock", "A overwrote B."),
                explained("log", "B was not seen.")));

        assertThat(shown.byExplanation())
                .extracting(alike ->
                        alike.discoveries().stream().map(Discovery::rule).toList())
                .containsExactly(List.of("expect", "stock"), List.of("log"));
    }

    private static Discovery explained(String rule, String sentence) {
        return discovery(rule, "A B", 0, Optional.of(sentence));
    }

    /** @param marked the turn whose command explains it */
    private static Discovery discovery(String rule, String schedule, int marked) {
        return discovery(rule, schedule, marked, Optional.empty());
    }

    private static Discovery discovery(String rule, String schedule, int marked, Optional<String> explanation) {
        List<Turn> turns = List.of(
                new Turn(List.of(new Turn.Command("A", "find", "nothing", marked == 0)), List.of()),
                new Turn(List.of(new Turn.Command("B", "insert", "1 inserted", marked == 1)), List.of()));
        return new Discovery(
                rule,
                Discovery.Weight.VIOLATION,
                "",
                1,
                0,
                1,
                false,
                Optional.empty(),
                explanation,
                new Interleaving(schedule, turns, List.of(), List.of(), 10, 10, "photofinish explore"));
    }
}
