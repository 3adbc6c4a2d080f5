package dev.photofinish.reports;

import static dev.photofinish.reports.SampleExplorations.covered;
import static dev.photofinish.reports.Verdict.HELD;
import static dev.photofinish.reports.Verdict.INCONCLUSIVE;
import static dev.photofinish.reports.Verdict.VIOLATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.reports.wording.ExplorationStory;
import dev.photofinish.reports.wording.Headline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void violatedBeatsInconclusiveBeatsHeld() {
        assertThat(Ruling.merge(List.of(HELD, HELD))).isEqualTo(HELD);
        assertThat(Ruling.merge(List.of(HELD, INCONCLUSIVE))).isEqualTo(INCONCLUSIVE);
        assertThat(Ruling.merge(List.of(VIOLATED, INCONCLUSIVE, HELD))).isEqualTo(VIOLATED);
    }

    @Test
    void nothingIsNeverHeld() {
        assertThat(Ruling.merge(List.of())).isEqualTo(INCONCLUSIVE);
        assertThat(contest(Tally.NONE).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(SampleRuns.run("", List.of(), List.of()).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(SampleRuns.run("", List.of(), List.of(invariant(0, 0, 0, "")))
                        .verdict())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void contestIsHeldOnlyIfAllButOneRoundInTwentyWereJudged() {
        assertThat(contest(new Tally(100, 0, 0)).verdict()).isEqualTo(HELD);
        assertThat(contest(new Tally(95, 0, 5)).verdict()).isEqualTo(HELD);
        assertThat(contest(new Tally(94, 0, 6)).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(contest(new Tally(0, 0, 100)).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(contest(new Tally(98, 1, 1)).verdict()).isEqualTo(VIOLATED);
    }

    @Test
    void invariantIsViolatedByWhatBrokeSinceTheRunBegan() {
        assertThat(invariant(10, 0, 0, "").verdict()).isEqualTo(HELD);
        assertThat(invariant(10, 3, 2, "").verdict()).isEqualTo(VIOLATED);
        assertThat(invariant(10, 2, 2, "").verdict()).isEqualTo(HELD);
        assertThat(invariant(10, 1, 0, "The database went away.").verdict()).isEqualTo(VIOLATED);
        assertThat(invariant(10, 0, 0, "The database went away.").verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void invariantWithoutDataIsNotHeldButSpoilsNoRun() {
        InvariantReport withoutData = invariant(0, 0, 0, "");

        RunReport run = SampleRuns.run("", List.of(contest(new Tally(1, 0, 0))), List.of(withoutData));

        assertThat(withoutData.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(run.verdict()).isEqualTo(HELD);
    }

    @Test
    void invariantThatCouldNotBeJudgedSpoilsTheRun() {
        RunReport run = SampleRuns.run(
                "",
                List.of(contest(new Tally(1, 0, 0))),
                List.of(invariant(0, 0, 0, "The database did not answer within 30 s.")));

        assertThat(run.verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void explorationIsHeldOnlyIfCommandsWereSeenAndNothingWasMissed() {
        assertThat(explored(covered(Map.of("A", 2, "B", 2), 2, 6, 0).complete()).verdict())
                .isEqualTo(HELD);
        assertThat(explored(covered(Map.of("A", 2, "B", 2), 2, 6, 0).build()).verdict())
                .isEqualTo(HELD);
        assertThat(explored(covered(Map.of("A", 2, "B", 0), 2, 6, 0).complete()).verdict())
                .isEqualTo(INCONCLUSIVE);
        assertThat(explored(covered(Map.of(), 0, 0, 0).complete()).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(explored(covered(Map.of("A", 2, "B", 2), 2, 6, 0).together(1, 0))
                        .verdict())
                .isEqualTo(INCONCLUSIVE);
        assertThat(explored(covered(Map.of("A", 2, "B", 2), 2, 6, 0).together(1, 20))
                        .verdict())
                .isEqualTo(HELD);
    }

    @Test
    void explorationOfWhichOneScheduleCameToNothingIsNotHeld() {
        assertThat(explored(lost(1_000, 0)).verdict()).isEqualTo(HELD);
        assertThat(explored(lost(1_000, 1)).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(explored(lost(1_000, 1)).reasons())
                .containsExactly("1 schedule took another way than planned each time, not covered");
    }

    @Test
    void anExplorationThatWasGivenUpHoldsNothingHoweverMuchItHadRun() {
        ExplorationReport all = explored(lost(1_000, 0));
        ExplorationReport givenUp = new ExplorationReport(
                all.scenario(),
                all.title(),
                all.source(),
                all.deployment(),
                all.strategy(),
                all.took(),
                all.coverage(),
                all.discoveries(),
                Optional.of("Given up: 5 schedules in a row came to nothing."),
                all.obstacles(),
                all.doubts(),
                all.unsafe(),
                all.notes(),
                all.passed());

        assertThat(all.verdict()).isEqualTo(HELD);
        assertThat(givenUp.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(new ExplorationStory(givenUp).trouble()).contains("Given up: 5 schedules in a row came to nothing.");
    }

    @Test
    void commandsThatAreUnsafeAndWereNotCaughtAreNeverHeldAndAFindingWhereOneIsStrict() {
        ExplorationReport held =
                explored(covered(Map.of("A", 2, "B", 2), 2, 6, 0).complete());
        ExplorationReport doubted = SampleExplorations.unsafe(held, Unsafe.Counts.AS_DOUBT);
        ExplorationReport found = SampleExplorations.unsafe(held, Unsafe.Counts.AS_VIOLATION);

        assertThat(held.verdict()).isEqualTo(HELD);
        assertThat(doubted.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(found.verdict()).isEqualTo(VIOLATED);
        assertThat(doubted.reasons()).containsExactly(SampleExplorations.PAIR);
        assertThat(found.reasons()).containsExactly(SampleExplorations.PAIR);
        assertThat(new ExplorationStory(doubted).covered()).endsWith("0 violations");
        assertThat(new ExplorationStory(found).covered()).endsWith("0 violations; 1 pair unsafe, not reproduced");
        assertThat(ConflictMatrix.Cell.of("a", "b", found).rules()).containsExactly("unsafe, not reproduced");
    }

    @Test
    void anExplorationInDoubtHoldsNothingAndSaysWhyButWhatItFoundStands() {
        ExplorationReport held =
                explored(covered(Map.of("A", 2, "B", 2), 2, 6, 0).complete());
        ExplorationReport violated = SampleExplorations.stock(
                SampleRuns.RACY,
                covered(Map.of("A", 2, "B", 2), 2, 6, 1).complete(),
                List.of(SampleDiscoveries.oversell()));

        assertThat(held.verdict()).isEqualTo(HELD);
        assertThat(SampleExplorations.inDoubt(held).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(SampleExplorations.inDoubt(violated).verdict()).isEqualTo(VIOLATED);
        assertThat(new ExplorationStory(SampleExplorations.inDoubt(held)).summary())
                .contains(SampleExplorations.DOUBT);
    }

    @Test
    void aRaceThatEndedBeforeItsRoundsHoldsNothing() {
        Tally rounds = new Tally(247, 0, 0);
        ContestReport stopped = SampleContests.contest("take", "Two take one", SampleRuns.RIGHT)
                .tally(rounds)
                .course(new Course(
                        5_000, Optional.of("Stopped after 247 of 5,000 rounds."), List.of(), Optional.empty()))
                .build();

        assertThat(contest(rounds).verdict()).isEqualTo(HELD);
        assertThat(stopped.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(stopped.reasons()).containsExactly("Stopped after 247 of 5,000 rounds.");
    }

    @Test
    void aRunOfWhichAPartWasNotBegunHoldsNothing() {
        RunReport all = SampleRuns.run("", List.of(contest(new Tally(1, 0, 0))), List.of());
        RunReport some = SampleRuns.notDone(all, "Stopped before take was raced.");

        assertThat(all.verdict()).isEqualTo(HELD);
        assertThat(some.verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aFindingThatIsNeverSeenAgainIsNoViolation() {
        Coverage coverage = covered(Map.of("A", 2, "B", 2), 6, 6, 1).complete();
        ExplorationReport again =
                SampleExplorations.stock(SampleRuns.RIGHT, coverage, List.of(SampleDiscoveries.reproduced(1, 10)));
        ExplorationReport never =
                SampleExplorations.stock(SampleRuns.RIGHT, coverage, List.of(SampleDiscoveries.reproduced(0, 10)));
        ExplorationReport notTried =
                SampleExplorations.stock(SampleRuns.RIGHT, coverage, List.of(SampleDiscoveries.reproduced(0, 0)));

        assertThat(again.verdict()).isEqualTo(VIOLATED);
        assertThat(notTried.verdict()).isEqualTo(VIOLATED);
        assertThat(never.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(never.reasons())
                .containsExactly(
                        "expect was broken in 2 of 6 schedules, and in 0 of 10 when the shortest of them was run"
                                + " again: seen 2 times, not again.");
        assertThat(new ExplorationStory(again).covered()).endsWith("1 violation, reproduced 1 of 10");
    }

    @Test
    void whatWasSeenOnceIsNotCalledMore() {
        Discovery once = SampleDiscoveries.seen(SampleDiscoveries.reproduced(0, 10), 1, 0);

        assertThat(inSixSchedules(once).reasons())
                .containsExactly("expect was broken in 1 of 6 schedules, and in 0 of 10 when it was run again:"
                        + " seen once, not again.");
    }

    @Test
    void whatWasSampledIsSaidOfTheSamples() {
        Discovery sampled = SampleDiscoveries.seen(SampleDiscoveries.reproduced(0, 29), 0, 3);

        assertThat(inSixSchedules(sampled).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(inSixSchedules(sampled).reasons())
                .containsExactly("expect was broken in 3 of 20 sampled runs, and in 0 of 29 when the commands were"
                        + " released together again: seen 3 times, not again.");
        assertThat(Headline.of(SampleExplorations.run(List.of(inSixSchedules(sampled)), List.of()))
                        .sentence())
                .isEqualTo("A violation was seen that did not come again when its schedule was run again.");
    }

    private static ExplorationReport inSixSchedules(Discovery found) {
        return SampleExplorations.stock(
                SampleRuns.RIGHT, covered(Map.of("A", 2, "B", 2), 6, 6, 1).together(1, 20), List.of(found));
    }

    @Test
    void samplesAloneProveNothingUnlessTheyBreakARule() {
        Coverage replayed = covered(Map.of("A", 1, "B", 1), 0, 2, 0).together(0, 20);

        ExplorationReport nothing = SampleExplorations.stock(SampleRuns.RIGHT, replayed, List.of());
        ExplorationReport broken = SampleExplorations.stock(
                SampleRuns.RIGHT, replayed, List.of(SampleDiscoveries.seen(SampleDiscoveries.reproduced(2, 10), 0, 3)));

        assertThat(nothing.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(nothing.reasons()).singleElement().asString().endsWith("broken in 20 runs proves nothing.");
        assertThat(new ExplorationStory(nothing).covered()).isEqualTo("replayed 20 times, sampled: 0 violations");
        assertThat(broken.verdict()).isEqualTo(VIOLATED);
        assertThat(new ExplorationStory(broken).seen(broken.discoveries().getFirst()))
                .isEqualTo("in 3 of 20 sampled, first in the 3rd");
    }

    @Test
    void requestsThatNeverMetAreToldFromThoseThatDid() {
        assertThat(Ruling.neverOverlapped(new Overlap(30, 30))).isTrue();
        assertThat(Ruling.neverOverlapped(new Overlap(30, 29))).isTrue();
        assertThat(Ruling.neverOverlapped(new Overlap(30, 28))).isFalse();
        assertThat(Ruling.neverOverlapped(new Overlap(4, 4))).isFalse();
    }

    @Test
    void noticeBreaksNothing() {
        ExplorationReport noticed = SampleExplorations.stock(
                SampleRuns.RIGHT,
                covered(Map.of("A", 2, "B", 2), 2, 6, 0).complete(),
                List.of(SampleDiscoveries.notSerializable()));

        assertThat(noticed.verdict()).isEqualTo(HELD);
        assertThat(noticed.firstViolationAt()).isEmpty();
    }

    @Test
    void codeThatIsRacyOnPurposeHasToBreak() {
        DeploymentInfo racy = SampleExplorations.ON_PURPOSE;

        assertThat(Ruling.weighed(racy, VIOLATED)).isEqualTo(HELD);
        assertThat(Ruling.weighed(racy, HELD)).isEqualTo(INCONCLUSIVE);
        assertThat(Ruling.weighed(SampleRuns.RACY, VIOLATED)).isEqualTo(VIOLATED);
        assertThat(SampleExplorations.demo().verdict()).isEqualTo(HELD);
    }

    @Test
    void exitCodeTellsTheThreeApartAndLeavesTwoToUsage() {
        assertThat(HELD.exitCode()).isZero();
        assertThat(VIOLATED.exitCode()).isEqualTo(1);
        assertThat(INCONCLUSIVE.exitCode()).isEqualTo(3);
    }

    @Test
    void talliesAddUp() {
        Tally tally = Tally.NONE.plus(HELD).plus(HELD).plus(VIOLATED).plus(INCONCLUSIVE);

        assertThat(tally).isEqualTo(new Tally(2, 1, 1));
        assertThat(tally.rounds()).isEqualTo(4);
        assertThat(tally.judged()).isEqualTo(3);
        assertThat(tally.violationRate())
                .hasValueSatisfying(rate -> assertThat(rate.estimate()).isEqualTo(1.0 / 3));
        assertThat(new Tally(0, 0, 9).violationRate()).isEmpty();
        assertThatThrownBy(() -> new Tally(1, -1, 0)).hasMessageContaining("-1 violated");
    }

    private static ExplorationReport explored(Coverage coverage) {
        return SampleExplorations.stock(SampleRuns.RIGHT, coverage, List.of());
    }

    private static Coverage lost(long run, long lost) {
        Map<String, Integer> commands = Map.of("A", 2, "B", 2);
        return new Coverage(
                commands, run, 0, lost, 0, 0, Optional.empty(), false, Optional.empty(), 0, 0, 0, Optional.empty());
    }

    private static ContestReport contest(Tally tally) {
        return SampleContests.stock(SampleRuns.RIGHT, tally, List.of());
    }

    private static InvariantReport invariant(long looked, long violations, long alreadyBroken, String problem) {
        return new InvariantReport("name", "Title", "orders", looked, violations, alreadyBroken, List.of(), problem);
    }
}
