package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of commands that come at once either can be the first. */
class BothWaysRoundTest {

    private static final Map<String, Integer> START = Map.of("jar", 10, "note", 0);

    private static final Op EMPTY = Op.write("jar", read -> 0);
    private static final Op NOTE = Op.write("note", read -> 1);

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
        assertThat(contest.turned).isZero();
    }

    @Test
    void afterwardsTheyComeAsBefore() throws InterruptedException {
        AtOnce contest = new AtOnce(NOTE, EMPTY);

        explore(contest, new Strategy.Reduced());

        assertThat(contest.turned).isEqualTo(2);
    }

    private static Exploration<ModelContest.Ending> explore(AtOnce contest, Strategy strategy)
            throws InterruptedException {
        return new BothWaysRound(new Explorer(strategy, new SearchSettings(100, Optional.empty(), 0, 10)))
                .explore(contest, NOTED_IF_EMPTY, Watcher.NONE);
    }

    /** A sends two commands at once, which are taken in one order or the other; B looks at the jar and then for the note. */
    private static final class AtOnce implements Contest<ModelContest.Ending> {

        private final List<Op> commands;
        private int turned;

        AtOnce(Op first, Op second) {
            this.commands = List.of(first, second);
        }

        @Override
        public List<String> contenders() {
            return List.of("A", "B");
        }

        @Override
        public Execution<ModelContest.Ending> begin(List<String> participants) {
            List<Op> now = turned % 2 == 0 ? commands : commands.reversed();
            List<Op> audit = List.of(Op.read("jar"), Op.read("note"));
            return new ModelContest(START, new TreeMap<>(Map.of("A", now, "B", audit))).begin(participants);
        }

        @Override
        public boolean turnRoundWhatComesAtOnce() {
            turned++;
            return true;
        }
    }
}
