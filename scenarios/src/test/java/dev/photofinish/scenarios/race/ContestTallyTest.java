package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.BrokenRule;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.Tally;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTallyTest {

    private final ContestTally tally = new ContestTally();

    @Test
    void everyRoundCountsOnce() {
        tally.add(held(1));
        tally.add(violated(2, "expect", "check"));
        tally.add(inconclusive(3, "A failed", "B failed"));

        assertThat(tally.tally()).isEqualTo(new Tally(1, 1, 1));
    }

    @Test
    void theRuleThatIsBrokenMostOftenComesFirst() {
        tally.add(violated(1, "expect"));
        tally.add(violated(2, "check", "check"));
        tally.add(violated(3, "check"));

        assertThat(tally.brokenRules())
                .containsExactly(
                        new BrokenRule("check", "check is broken in round 2", 2),
                        new BrokenRule("expect", "expect is broken in round 1", 1));
    }

    @Test
    void aRoundHasOneCauseTheFirst() {
        tally.add(inconclusive(1, "B failed", "A failed"));
        tally.add(inconclusive(2, "A failed", "B failed"));
        tally.add(inconclusive(3, "A failed"));

        assertThat(tally.causes())
                .containsExactly(new ContestReport.Cause("A failed", 2), new ContestReport.Cause("B failed", 1));
    }

    @Test
    void troubleBesideAViolationIsNoCause() {
        tally.add(new JudgedRound(round(1), List.of(evidence(1, "expect")), List.of("A failed")));

        assertThat(tally.tally()).isEqualTo(new Tally(0, 1, 0));
        assertThat(tally.causes()).isEmpty();
    }

    @Test
    void theFirstRoundOfEachKindIsAWitness() {
        tally.add(held(1));
        tally.add(violated(2, "expect"));
        tally.add(violated(3, "expect"));
        tally.add(inconclusive(4, "A failed"));
        tally.add(inconclusive(5, "B failed"));
        tally.add(violated(6, "expect", "check"));

        assertThat(tally.witnesses())
                .extracting(witness -> witness.round().number())
                .containsExactly(2, 4, 6);
    }

    @Test
    void thereAreAtMostFiveWitnesses() {
        for (int round = 1; round <= 9; round++) {
            tally.add(violated(round, "rule " + round));
        }

        assertThat(tally.witnesses())
                .extracting(witness -> witness.round().number())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(tally.brokenRules()).hasSize(9);
    }

    @Test
    void roundsAreCountedByTheirOffsetFromTheMostNegativeOn() {
        tally.add(new JudgedRound(HandMade.numbered(1, Duration.ofMillis(1)), List.of(), List.of()));
        tally.add(new JudgedRound(
                HandMade.numbered(2, Duration.ofMillis(-1)), List.of(evidence(2, "expect")), List.of()));
        tally.add(new JudgedRound(HandMade.numbered(3, Duration.ofMillis(1)), List.of(), List.of()));

        assertThat(tally.sweep())
                .containsExactly(new SweepPoint(-1000, new Tally(0, 1, 0)), new SweepPoint(1000, new Tally(2, 0, 0)));
    }

    private static JudgedRound held(int number) {
        return new JudgedRound(round(number), List.of(), List.of());
    }

    private static JudgedRound violated(int number, String... rules) {
        return new JudgedRound(
                round(number),
                Arrays.stream(rules).map(rule -> evidence(number, rule)).toList(),
                List.of());
    }

    private static JudgedRound inconclusive(int number, String... causes) {
        return new JudgedRound(round(number), List.of(), List.of(causes));
    }

    private static Evidence evidence(int number, String rule) {
        return new Evidence(rule, rule + " is broken in round " + number, "");
    }

    private static Round round(int number) {
        return HandMade.numbered(number, Duration.ZERO);
    }
}
