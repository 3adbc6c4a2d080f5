package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of commands that come at once either can be the first. */
class EveryOrderTest {

    private static final Map<String, Integer> START = Map.of("jar", 10, "note", 0, "bell", 0);

    private static final Op EMPTY = Op.write("jar", read -> 0);
    private static final Op NOTE = Op.write("note", read -> 1);

    private static final Op RING = Op.write("bell", read -> 1);

    private static final Judge<ModelContest.Ending> NOTED_ALONE =
            (turns, ending) -> List.of(1, 0, 10).equals(ending.read().get("B"))
                    ? Judgement.of(List.of(new Finding("alone", Finding.Weight.VIOLATION, "noted, and nothing else")))
                    : Judgement.HELD;

    private static final Judge<ModelContest.Ending> NOTED_IF_EMPTY =
            (turns, ending) -> List.of(0, 0).equals(ending.read().get("B"))
                    ? Judgement.of(List.of(new Finding("noted", Finding.Weight.VIOLATION, "empty, and not noted")))
                    : Judgement.HELD;

    @Test
    void whatIsBrokenOnlyInTheOtherOrderIsFound() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(new AtOnce(NOTE, EMPTY), new Strategy.Reduced());

        assertThat(found.discoveries()).singleElement().satisfies(broken -> {
            assertThat(broken.finding().rule()).isEqualTo("noted");
            assertThat(broken.witness().reproduced()).isEqualTo(10);
        });
        assertThat(found.coverage().complete()).isTrue();
    }

    @Test
    void theNumbersAreThoseOfBoth() throws InterruptedException {
        Strategy all = new Strategy.Exhaustive();

        assertThat(explore(new AtOnce(NOTE, EMPTY), all).coverage().run()).isEqualTo(12);
        assertThat(explore(new AtOnce(NOTE, EMPTY), all).coverage().outOf().orElseThrow())
                .isEqualTo(12);
    }

    @Test
    void whatTheSecondFindsWasFoundAfterAllOfTheFirst() throws InterruptedException {
        assertThat(explore(new AtOnce(NOTE, EMPTY), new Strategy.Exhaustive())
                        .discoveries()
                        .getFirst()
                        .firstAt())
                .isBetween(7L, 12L);
    }

    @Test
    void itsScheduleIsReplayed() throws InterruptedException {
        var schedule = explore(new AtOnce(NOTE, EMPTY), new Strategy.Reduced())
                .discoveries()
                .getFirst()
                .witness()
                .schedule();

        assertThat(explore(new AtOnce(NOTE, EMPTY), new Strategy.Replay(schedule))
                        .hasViolations())
                .isTrue();
    }

    @Test
    void whatIsBrokenAlreadyIsNotTriedTheOtherWay() throws InterruptedException {
        AtOnce contest = new AtOnce(EMPTY, NOTE);

        assertThat(explore(contest, new Strategy.Reduced()).hasViolations()).isTrue();
        assertThat(contest.order).isZero();
        assertThat(contest.tried).containsExactly(0);
    }

    @Test
    void afterwardsTheyComeAsBefore() throws InterruptedException {
        AtOnce contest = new AtOnce(NOTE, EMPTY);

        explore(contest, new Strategy.Reduced());

        assertThat(contest.tried).containsExactly(0, 1);
        assertThat(contest.order).isZero();
    }

    /** Neither with all in one order nor in the opposite one is the note alone there. */
    @Test
    void whatIsBrokenOnlyWithTheMiddleOneFirstIsFound() throws InterruptedException {
        AtOnce contest = new AtOnce(RING, NOTE, EMPTY);

        Exploration<ModelContest.Ending> found =
                explorer(new Strategy.Reduced()).explore(contest, NOTED_ALONE, Watcher.NONE);

        assertThat(found.hasViolations()).isTrue();
        assertThat(contest.tried).startsWith(0, 1).doesNotHaveDuplicates();
    }

    @Test
    void itsScheduleIsReplayedInThatOrder() throws InterruptedException {
        Strategy replay = new Strategy.Replay(explorer(new Strategy.Reduced())
                .explore(new AtOnce(RING, NOTE, EMPTY), NOTED_ALONE, Watcher.NONE)
                .discoveries()
                .getFirst()
                .witness()
                .schedule());

        assertThat(explorer(replay)
                        .explore(new AtOnce(RING, NOTE, EMPTY), NOTED_ALONE, Watcher.NONE)
                        .hasViolations())
                .isTrue();
    }

    @Test
    void whereThereAreTooManyNotAllIsExplored() throws InterruptedException {
        AtOnce contest = new AtOnce(NOTE, NOTE, NOTE, NOTE, NOTE);

        Exploration<ModelContest.Ending> found =
                explorer(new Strategy.Reduced()).explore(contest, (turns, ending) -> Judgement.HELD, Watcher.NONE);

        assertThat(contest.tried).containsExactly(0, 1);
        assertThat(found.coverage().complete()).isFalse();
    }

    @Test
    void afterASampleTheOppositeOrderIsEnough() throws InterruptedException {
        AtOnce contest = new AtOnce(NOTE, NOTE, NOTE);

        explorer(new Strategy.Random(1, 3)).explore(contest, (turns, ending) -> Judgement.HELD, Watcher.NONE);

        assertThat(contest.tried).containsExactly(0, 1);
    }

    private static Exploration<ModelContest.Ending> explore(AtOnce contest, Strategy strategy)
            throws InterruptedException {
        return explorer(strategy).explore(contest, NOTED_IF_EMPTY, Watcher.NONE);
    }

    private static EveryOrder explorer(Strategy strategy) {
        return new EveryOrder(new Explorer(strategy, new SearchSettings(100, Optional.empty(), 0, 10)));
    }

    /** A sends commands at once, which are taken in some order; B looks at the jar and for the note, and for the bell if there is one. */
    private static final class AtOnce implements Contest<ModelContest.Ending> {

        private static final int FEW = 4;

        private final List<Op> commands;
        private final List<List<Op>> orders;
        private final List<Integer> tried = new ArrayList<>(List.of(0));
        private int order;

        AtOnce(Op... commands) {
            this.commands = List.of(commands);
            this.orders = this.commands.size() > FEW
                    ? List.of(this.commands, this.commands.reversed())
                    : orders(this.commands);
        }

        /** The opposite of the first is the second. */
        private static List<List<Op>> orders(List<Op> commands) {
            List<List<Op>> all = new ArrayList<>(permutations(commands));
            all.remove(commands);
            all.remove(commands.reversed());
            all.addFirst(commands.reversed());
            all.addFirst(commands);
            return all;
        }

        private static List<List<Op>> permutations(List<Op> commands) {
            List<List<Op>> all = new ArrayList<>();
            for (int place = 0; place < commands.size(); place++) {
                List<Op> rest = new ArrayList<>(commands);
                Op first = rest.remove(place);
                permutations(rest).forEach(after -> {
                    after.addFirst(first);
                    all.add(after);
                });
            }
            return all.isEmpty() ? List.of(new ArrayList<>()) : all;
        }

        @Override
        public List<String> contenders() {
            return List.of("A", "B");
        }

        @Override
        public Execution<ModelContest.Ending> begin(List<String> participants) {
            List<Op> audit = commands.size() == 2
                    ? List.of(Op.read("jar"), Op.read("note"))
                    : List.of(Op.read("note"), Op.read("bell"), Op.read("jar"));
            return new ModelContest(START, new TreeMap<>(Map.of("A", orders.get(order), "B", audit)))
                    .begin(participants);
        }

        @Override
        public Orders takeVolleysInNextOrder() {
            if (order + 1 < orders.size()) {
                tried.add(++order);
                return Orders.ANOTHER;
            }
            return commands.size() > FEW ? Orders.TOO_MANY : Orders.ALL_TRIED;
        }

        @Override
        public void takeVolleysInFirstOrder() {
            order = 0;
        }
    }
}
