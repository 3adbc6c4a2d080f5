package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerTest {

    private static final SearchSettings PATIENT = new SearchSettings(1_000_000, Optional.empty(), 20, 10);

    /** Reads the stock and, if there is enough, writes back what is left: wrong. */
    private static final List<Op> FIND_THEN_SET = List.of(
            Op.read("stock/1"), Op.write("stock/1", read -> read.getLast() - 80).when(read -> read.getLast() >= 80));

    /** Takes if there is enough, in one command: right. */
    private static final List<Op> CONDITIONAL_UPDATE = List.of(Op.take("stock/1", 80));

    @ParameterizedTest
    @CsvSource({"2, 6, 4", "3, 66, 60", "4, 1176, 1152"})
    void findThenSetOversellsInNearlyEverySchedule(int contenders, long schedules, long violating)
            throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(new Strategy.Exhaustive(), contest(contenders, FIND_THEN_SET));

        assertThat(found.coverage().run()).isEqualTo(schedules);
        assertThat(found.coverage().violating()).isEqualTo(violating);
        assertThat(found.coverage().complete()).isTrue();
        assertThat(found.coverage().outOf().orElseThrow()).isEqualTo(schedules);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 24"})
    void aConditionalUpdateNeverDoes(int contenders, long schedules) throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(new Strategy.Exhaustive(), contest(contenders, CONDITIONAL_UPDATE));

        assertThat(found.coverage().run()).isEqualTo(schedules);
        assertThat(found.discoveries()).isEmpty();
    }

    @Test
    void readThenConditionalUpdateOfThreeHasNinetySchedules() throws InterruptedException {
        List<Op> program = List.of(Op.read("stock/1"), Op.take("stock/1", 80));

        Exploration<ModelContest.Ending> found = explore(new Strategy.Exhaustive(), contest(3, program));

        assertThat(found.coverage().run()).isEqualTo(90);
        assertThat(found.coverage().violating()).isZero();
    }

    @Test
    void theFirstViolationIsFoundWithTheFirstPreemptions() throws InterruptedException {
        for (Strategy strategy : List.of(new Strategy.Exhaustive(), new Strategy.Reduced())) {
            Exploration<ModelContest.Ending> found = explore(strategy, contest(2, FIND_THEN_SET));

            assertThat(found.discoveries().getFirst().firstAt()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void schedulesAreRunInTheOrderOfTheirPreemptions() throws InterruptedException {
        ModelContest contest = contest(2, List.of(Op.read("x"), Op.write("x", read -> 1), Op.read("x")));

        explore(new Strategy.Exhaustive(), contest, (turns, ending) -> Judgement.HELD);

        assertThat(contest.flown.stream().map(turns -> new Schedule(turns).preemptions()))
                .hasSize(20)
                .isSorted();
    }

    @Test
    void anExecutionIsClosedBeforeItIsJudgedSoThatNoTransactionOfItIsOpen() throws InterruptedException {
        ModelContest contest = contest(2, CONDITIONAL_UPDATE);

        explore(new Strategy.Exhaustive(), contest, (turns, ending) -> {
            assertThat(contest.closed).isEqualTo(contest.flown.size());
            return Judgement.HELD;
        });

        assertThat(contest.closed).isEqualTo(2);
    }

    @Test
    void aBoundOnPreemptionsIsKeptAndSaid() throws InterruptedException {
        ModelContest contest = contest(2, List.of(Op.read("x"), Op.write("x", read -> 1), Op.read("x")));

        Exploration<ModelContest.Ending> found = new Explorer(
                        new Strategy.Reduced(), new SearchSettings(1_000, Optional.of(1), 0, 1))
                .explore(contest, (turns, ending) -> Judgement.HELD, Watcher.NONE);

        assertThat(contest.flown)
                .hasSize(2 + 4)
                .allMatch(turns -> new Schedule(turns).preemptions() <= 1)
                .doesNotHaveDuplicates();
        assertThat(found.coverage().preemptions()).contains(1);
        assertThat(found.coverage().complete()).isTrue();
    }

    @Test
    void reducedRunsTheSerialOrdersAloneIfNothingConflicts() throws InterruptedException {
        ModelContest contest = new ModelContest(
                Map.of(),
                new TreeMap<>(Map.of(
                        "A", List.of(Op.read("x"), Op.write("y/1", read -> 1)),
                        "B", List.of(Op.read("x"), Op.write("y/2", read -> 1)))));

        Exploration<ModelContest.Ending> found = explore(new Strategy.Reduced(), contest);

        assertThat(contest.flown).containsExactly(List.of("A", "A", "B", "B"), List.of("B", "B", "A", "A"));
        assertThat(found.coverage().run()).isEqualTo(2);
        assertThat(found.coverage().complete()).isTrue();
        assertThat(found.coverage().outOf().orElseThrow()).isEqualTo(6);
    }

    @Test
    void reducedRunsFourOfTheSixWaysToReadAndWriteBack() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(new Strategy.Reduced(), contest(2, FIND_THEN_SET));

        assertThat(found.coverage().run()).isEqualTo(4);
        assertThat(found.coverage().violating()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void everySerialOrderIsRunFirstWhateverIsIndependent(int contenders) throws InterruptedException {
        for (Strategy strategy : List.of(new Strategy.Exhaustive(), new Strategy.Reduced())) {
            ModelContest contest = contest(contenders, List.of(Op.read("x"), Op.read("y")));

            new Explorer(strategy, new SearchSettings(orders(contenders), Optional.empty(), 0, 0))
                    .explore(contest, (turns, ending) -> Judgement.HELD, Watcher.NONE);

            assertThat(contest.flown)
                    .hasSize(orders(contenders))
                    .doesNotHaveDuplicates()
                    .allMatch(turns -> new Schedule(turns).switches() == contenders - 1);
        }
    }

    private static int orders(int contenders) {
        return IntStream.rangeClosed(1, contenders).reduce(1, Math::multiplyExact);
    }

    @Test
    void noScheduleIsRunTwice() throws InterruptedException {
        for (Strategy strategy : List.of(new Strategy.Exhaustive(), new Strategy.Reduced())) {
            ModelContest contest = contest(3, List.of(Op.read("stock/1"), Op.take("stock/1", 1), Op.read("other")));

            explore(strategy, contest, (turns, ending) -> Judgement.HELD);

            assertThat(contest.flown.stream().filter(turns -> turns.size() == 9))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theWitnessHasTheFewestSwitchesAndIsRunAgain() throws InterruptedException {
        for (Strategy strategy : List.of(new Strategy.Exhaustive(), new Strategy.Reduced())) {
            Exploration<ModelContest.Ending> found = explore(strategy, contest(2, FIND_THEN_SET));

            Discovery<ModelContest.Ending> oversold = found.discoveries().getFirst();
            assertThat(oversold.witness().schedule().switches()).isEqualTo(2);
            assertThat(oversold.witness().reproduced()).isEqualTo(10);
            assertThat(oversold.witness().attempts()).isEqualTo(10);
            assertThat(oversold.serial()).isFalse();
        }
    }

    @Test
    void whatIsWrongOneAfterTheOtherIsCalledSerial() throws InterruptedException {
        ModelContest contest = contest(2, List.of(Op.write("stock/1", read -> -1)));

        Exploration<ModelContest.Ending> found = explore(
                new Strategy.Reduced(),
                contest,
                (turns, ending) -> Judgement.of(List.of(new Finding("negative", Finding.Weight.VIOLATION, "-1"))));

        assertThat(found.discoveries().getFirst().serial()).isTrue();
    }

    @Test
    void aReplayGoesTheGivenWay() throws InterruptedException {
        ModelContest contest = contest(2, FIND_THEN_SET);

        Exploration<ModelContest.Ending> found = explore(new Strategy.Replay(Schedule.parse("A B B A")), contest);

        assertThat(contest.flown.getFirst()).containsExactly("A", "B", "B", "A");
        assertThat(found.coverage().violating()).isEqualTo(1);
        assertThat(found.coverage().complete()).isFalse();
    }

    @Test
    void aReplayThatCannotBeFollowedSaysWhere() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(new Strategy.Replay(Schedule.parse("A A A B")), contest(2, FIND_THEN_SET));

        assertThat(found.coverage().diverged()).isEqualTo(1);
        assertThat(found.obstacles())
                .containsExactly("Turn 3 of the schedule is A's, but A cannot go there; those who can: B.");
    }

    @Test
    void theLimitIsKept() throws InterruptedException {
        ModelContest contest = contest(4, FIND_THEN_SET);

        Exploration<ModelContest.Ending> found = new Explorer(
                        new Strategy.Exhaustive(), new SearchSettings(50, Optional.empty(), 0, 1))
                .explore(contest, (turns, ending) -> Judgement.HELD, Watcher.NONE);

        assertThat(contest.flown).hasSize(50);
        assertThat(found.coverage().complete()).isFalse();
        assertThat(found.coverage().outOf().orElseThrow()).isEqualTo(2520);
    }

    @Test
    void aWatcherEndsIt() throws InterruptedException {
        ModelContest contest = contest(4, FIND_THEN_SET);

        Exploration<ModelContest.Ending> found = new Explorer(new Strategy.Exhaustive(), PATIENT)
                .explore(contest, (turns, ending) -> Judgement.HELD, new Watcher() {
                    @Override
                    public void progress(Coverage soFar) {}

                    @Override
                    public boolean stop() {
                        return contest.flown.size() == 7;
                    }
                });

        assertThat(contest.flown).hasSize(7);
        assertThat(found.coverage().complete()).isFalse();
    }

    @Test
    void contendersThatWaitForEachOtherAreADeadlock() throws InterruptedException {
        ModelContest contest = new ModelContest(
                Map.of(),
                Map.of(
                        "A", List.of(Op.lock("l"), Op.lock("m"), Op.unlock("m"), Op.unlock("l")),
                        "B", List.of(Op.lock("m"), Op.lock("l"), Op.unlock("l"), Op.unlock("m"))));

        Exploration<ModelContest.Ending> found =
                explore(new Strategy.Reduced(), contest, (turns, ending) -> Judgement.HELD);

        Discovery<ModelContest.Ending> deadlock = found.discoveries().getFirst();
        assertThat(deadlock.finding().rule()).isEqualTo("deadlock");
        assertThat(deadlock.serial()).isFalse();
        assertThat(deadlock.witness().result()).isEmpty();
        assertThat(deadlock.witness().turns().getLast().blocked()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void aRaceInsideOneCommandIsFoundByLettingBothGoTogether() throws InterruptedException {
        ModelContest contest = contest(2, List.of(Op.upsert("counter")));
        Judge<ModelContest.Ending> oneEach = (turns, ending) -> ending.store().getOrDefault("counter", 0) == 2
                ? Judgement.HELD
                : Judgement.of(List.of(new Finding("counted", Finding.Weight.VIOLATION, "counted once")));

        Exploration<ModelContest.Ending> found = explore(new Strategy.Reduced(), contest, oneEach);

        assertThat(found.discoveries().getFirst().witness().schedule()).hasToString("A+B");
        assertThat(found.discoveries().getFirst().serial()).isFalse();
        assertThat(found.discoveries().getFirst().schedules()).isZero();
        assertThat(found.discoveries().getFirst().sampled()).isEqualTo(20);
        assertThat(found.coverage().run()).isEqualTo(2);
        assertThat(found.coverage().violating()).isZero();
        assertThat(found.coverage().togetherPairs()).isEqualTo(1);
        assertThat(found.coverage().togetherRuns()).isEqualTo(20);
        assertThat(found.coverage().togetherViolating()).isEqualTo(20);
    }

    @Test
    void aWitnessFromASampleGivesWayToOneThatWasDecided() throws InterruptedException {
        ModelContest contest = contest(2, List.of(Op.read("stock/1"), Op.upsert("counter")));

        Exploration<ModelContest.Ending> found = explore(
                new Strategy.Exhaustive(),
                contest,
                (turns, ending) -> contest.flown.getLast().equals(List.of("A", "B", "B", "A"))
                                || contest.flown.getLast().contains("A+B")
                        ? Judgement.of(List.of(new Finding("counted", Finding.Weight.VIOLATION, "counted once")))
                        : Judgement.HELD);

        Discovery<ModelContest.Ending> counted = found.discoveries().getFirst();
        assertThat(counted.witness().schedule()).hasToString("A B B A");
        assertThat(counted.schedules()).isEqualTo(1);
        assertThat(counted.sampled()).isEqualTo(20);
        assertThat(found.coverage().outOf().orElseThrow()).isEqualTo(6);
        assertThat(found.coverage().violating()).isEqualTo(1);
    }

    @Test
    void withoutThatSuchAContestIsNeverComplete() throws InterruptedException {
        Exploration<ModelContest.Ending> found = new Explorer(
                        new Strategy.Reduced(), new SearchSettings(1_000, Optional.empty(), 0, 1))
                .explore(contest(2, List.of(Op.upsert("counter"))), (turns, ending) -> Judgement.HELD, Watcher.NONE);

        assertThat(found.coverage().togetherPairs()).isEqualTo(1);
        assertThat(found.coverage().complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void samplingFindsTheSameAgainFromTheSameSeed(long seed) throws InterruptedException {
        for (Strategy strategy : List.of(new Strategy.Random(seed, 30), new Strategy.Pct(seed, 2, 30))) {
            ModelContest first = contest(3, FIND_THEN_SET);
            ModelContest again = contest(3, FIND_THEN_SET);

            Exploration<ModelContest.Ending> found = explore(strategy, first);
            explore(strategy, again);

            assertThat(first.flown).isEqualTo(again.flown);
            assertThat(found.coverage().violating()).isPositive();
            assertThat(found.coverage().complete()).isFalse();
        }
    }

    @Test
    void pctPrintsItsGuarantee() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(new Strategy.Pct(1, 2, 10), contest(2, FIND_THEN_SET), (turns, ending) -> Judgement.HELD);

        // 1 - (1 - 1 / (2 contenders * 4 moves))^10
        assertThat(found.coverage().guarantee().orElseThrow()).contains("depth 2", "10", "73.7 %");
    }

    @Test
    void aScheduleThatIsRunBothWaysIsCountedOnce() throws InterruptedException {
        ModelContest same = contest(2, FIND_THEN_SET);
        Contest<ModelContest.Ending> contest = new Contest<>() {
            @Override
            public List<String> contenders() {
                return same.contenders();
            }

            @Override
            public Execution<ModelContest.Ending> begin(List<String> participants) {
                return same.begin(participants);
            }

            @Override
            public boolean bringsAllToTheirFirstStep() {
                return true;
            }
        };

        Exploration<ModelContest.Ending> found =
                new Explorer(new Strategy.Exhaustive(), PATIENT).explore(contest, ExplorerTest::oversold, Watcher.NONE);

        assertThat(found.coverage().run()).isEqualTo(6);
        assertThat(found.coverage().violating()).isEqualTo(4);
        assertThat(found.coverage().outOf().orElseThrow()).isEqualTo(6);
    }

    private static ModelContest contest(int contenders, List<Op> program) {
        return ModelContest.ofSame(contenders, Map.of("stock/1", 100), program);
    }

    private static Exploration<ModelContest.Ending> explore(Strategy strategy, ModelContest contest)
            throws InterruptedException {
        return explore(strategy, contest, ExplorerTest::oversold);
    }

    private static Exploration<ModelContest.Ending> explore(
            Strategy strategy, ModelContest contest, Judge<ModelContest.Ending> judge) throws InterruptedException {
        return new Explorer(strategy, PATIENT).explore(contest, judge, Watcher.NONE);
    }

    /** What clients were told counts: the stock alone ends at 20 with 160 granted of 100. */
    private static Judgement oversold(Object turns, ModelContest.Ending ending) {
        long granted = ending.read().values().stream()
                .filter(read -> read.getLast() == 1 || read.getLast() >= 80)
                .count();
        return granted <= 1
                ? Judgement.HELD
                : Judgement.of(
                        List.of(new Finding("oversold", Finding.Weight.VIOLATION, granted * 80 + " granted of 100")));
    }
}
