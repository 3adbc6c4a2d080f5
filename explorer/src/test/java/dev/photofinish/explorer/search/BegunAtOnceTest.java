package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who looks at something in memory before its first command is not one after the other only because its commands are. */
class BegunAtOnceTest {

    private static final Judge<ModelContest.Ending> ONE_SEAT =
            (turns, ending) -> ending.store().size() > 1
                    ? Judgement.of(List.of(new Finding("one seat", Finding.Weight.VIOLATION, "two have it")))
                    : Judgement.HELD;

    private final LastSeat contest = new LastSeat();

    @Test
    void schedulesAreCountedByWhoCameAfterWhom() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(new Strategy.Reduced());

        assertThat(found.coverage().run()).isEqualTo(2);
        assertThat(found.coverage().outOf().orElseThrow()).isEqualTo(2);
        assertThat(found.coverage().violating()).isEqualTo(2);
    }

    @Test
    void itIsNotWrongOneAfterTheOther() throws InterruptedException {
        Discovery<ModelContest.Ending> found =
                explore(new Strategy.Reduced()).discoveries().getFirst();

        assertThat(found.serial()).isFalse();
        assertThat(found.witness().explanation().orElseThrow().sentence()).startsWith("""
            The commands come one after the other, but B began before A was over\
            """);
    }

    @Test
    void itsWitnessIsRunAgainAsItWasRun() throws InterruptedException {
        Discovery<ModelContest.Ending> found =
                explore(new Strategy.Reduced()).discoveries().getFirst();

        assertThat(found.witness().schedule()).isEqualTo(Schedule.parse("A B"));
        assertThat(found.witness().attempts()).isEqualTo(10);
        assertThat(found.witness().reproduced()).isEqualTo(10);
    }

    @Test
    void aReplayOfASerialScheduleIsRunBothWaysAndCountsOnce() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(new Strategy.Replay(Schedule.parse("A B")));

        assertThat(contest.begunSerially).isGreaterThan(0);
        assertThat(found.coverage().run()).isEqualTo(1);
        assertThat(found.coverage().violating()).isEqualTo(1);
        assertThat(found.coverage().diverged()).isZero();
    }

    /** Two locks taken in opposite orders: A gives up when B stands in its way, and B goes on. */
    @Test
    void norIsOneThatGivesUpOnlyWhereBothHaveBegun() throws InterruptedException {
        Judge<ModelContest.Ending> bothCount = (turns, ending) -> ending.store().size() == 4
                ? Judgement.HELD
                : Judgement.of(List.of(new Finding("both count", Finding.Weight.NOTICE, "A gave up")));

        Discovery<ModelContest.Ending> found = new Explorer(
                        new Strategy.Reduced(), new SearchSettings(100, Optional.empty(), 0, 10))
                .explore(new TwoLocks(), bothCount, Watcher.NONE)
                .discoveries()
                .getFirst();

        assertThat(found.witness().schedule()).isEqualTo(Schedule.parse("A B B"));
        assertThat(found.firstAt()).isEqualTo(1);
        assertThat(found.serial()).isFalse();
        assertThat(found.witness().explanation().orElseThrow().sentence()).contains("B began before A was over");
    }

    private Exploration<ModelContest.Ending> explore(Strategy strategy) throws InterruptedException {
        return new Explorer(strategy, new SearchSettings(100, Optional.empty(), 0, 10))
                .explore(contest, ONE_SEAT, Watcher.NONE);
    }

    /** Begun one after the other both send both of their commands; nobody but the first can go. */
    private static final class TwoLocks implements Contest<ModelContest.Ending> {

        @Override
        public List<String> contenders() {
            return List.of("A", "B");
        }

        @Override
        public Execution<ModelContest.Ending> begin(List<String> participants) {
            return new ModelContest(
                            Map.of(), new TreeMap<>(Map.of("A", twoOf("A").subList(0, 1), "B", twoOf("B"))))
                    .begin(participants);
        }

        @Override
        public Execution<ModelContest.Ending> beginSerially(List<String> order) {
            List<Op> all = order.stream().flatMap(who -> twoOf(who).stream()).toList();
            return new ModelContest(Map.of(), new TreeMap<>(Map.of(order.getFirst(), all, order.getLast(), List.of())))
                    .begin(order);
        }

        private static List<Op> twoOf(String who) {
            return List.of(Op.write("log/" + who, read -> 1), Op.write("count/" + who, read -> 1));
        }

        @Override
        public boolean bringsAllToTheirFirstStep() {
            return true;
        }
    }

    /** Each takes the seat if it has seen it free; who begins after the first has taken it sends no command at all. */
    private static final class LastSeat implements Contest<ModelContest.Ending> {

        private int begunSerially;

        @Override
        public List<String> contenders() {
            return List.of("A", "B");
        }

        @Override
        public Execution<ModelContest.Ending> begin(List<String> participants) {
            return new ModelContest(Map.of(), new TreeMap<>(Map.of("A", take("A"), "B", take("B"))))
                    .begin(participants);
        }

        @Override
        public Execution<ModelContest.Ending> beginSerially(List<String> order) {
            begunSerially++;
            String first = order.getFirst();
            String second = order.getLast();
            return new ModelContest(Map.of(), new TreeMap<>(Map.of(first, take(first), second, List.of())))
                    .begin(order);
        }

        private static List<Op> take(String who) {
            return List.of(Op.write("seats/" + who, read -> 1));
        }

        @Override
        public boolean bringsAllToTheirFirstStep() {
            return true;
        }
    }
}
