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

/** Serial orders where it makes a difference that nobody begins before the one before it is over. */
class SeriallyBegunTest {

    @Test
    void aSerialOrderIsRunWithTheNextBegunWhenTheLastIsOverWhereThatIsNotTheSame() throws InterruptedException {
        for (Strategy strategy :
                List.of(new Strategy.Reduced(), new Strategy.Exhaustive(), new Strategy.Random(1, 3))) {
            LockedAtTheDoor contest = new LockedAtTheDoor();

            Exploration<ModelContest.Ending> found = new Explorer(
                            strategy, new SearchSettings(1_000_000, Optional.empty(), 20, 10))
                    .explore(
                            contest,
                            (turns, ending) -> ending.store().getOrDefault("last", 0) == 2
                                    ? Judgement.of(List.of(new Finding("last", Finding.Weight.VIOLATION, "B was")))
                                    : Judgement.HELD,
                            Watcher.NONE);

            Discovery<ModelContest.Ending> broken = found.discoveries().getFirst();
            assertThat(broken.serial()).isTrue();
            assertThat(broken.witness().schedule()).hasToString("A B");
            assertThat(broken.witness().reproduced()).isEqualTo(10);
            assertThat(contest.begunSerially.subList(0, 2)).containsExactly(List.of("A", "B"), List.of("B", "A"));
            assertThat(found.coverage().violating()).isEqualTo(1);
        }
    }

    /** Each writes who was the last; but who begins while another is there is turned away before it has done anything. */
    private static final class LockedAtTheDoor implements Contest<ModelContest.Ending> {

        private final ModelContest together = new ModelContest(Map.of(), programs(Op.read("x")));
        private final ModelContest serially = new ModelContest(Map.of(), programs(Op.write("last", read -> 2)));
        private final List<List<String>> begunSerially = new ArrayList<>();

        private static Map<String, List<Op>> programs(Op ofB) {
            return new TreeMap<>(Map.of("A", List.of(Op.write("last", read -> 1)), "B", List.of(ofB)));
        }

        @Override
        public List<String> contenders() {
            return List.of("A", "B");
        }

        @Override
        public Execution<ModelContest.Ending> begin(List<String> participants) {
            return together.begin(participants);
        }

        @Override
        public Execution<ModelContest.Ending> beginSerially(List<String> order) {
            begunSerially.add(order);
            return serially.begin(order);
        }

        @Override
        public boolean bringsAllToTheirFirstStep() {
            return true;
        }
    }
}
