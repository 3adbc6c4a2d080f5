package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A lock in the application's memory that refuses at once leaves no trace in the commands. */
class OutOfSightTest {

    @Test
    void reducedFindsWhatExhaustiveFindsBehindALockThatRefuses() throws InterruptedException {
        for (Strategy strategy : List.of(new Strategy.Exhaustive(), new Strategy.Reduced())) {
            Exploration<Set<String>> found = explore(strategy, new TryLock(1));

            assertThat(found.discoveries())
                    .as(strategy.name())
                    .extracting(each -> each.finding().rule())
                    .containsExactly("nobody is refused");
            assertThat(found.doubts()).isEmpty();
        }
    }

    @Test
    void whoIsTurnedAwayBeforeItsFirstCommandLeavesADoubt() throws InterruptedException {
        Exploration<Set<String>> found = explore(new Strategy.Reduced(), new TryLock(0), refused -> false);

        assertThat(found.doubts()).singleElement().asString().contains("B was over", "when it comes first, it sends 3");
    }

    @Test
    void whoReadsSomethingElseGoesOnOtherwiseWithoutAnyLock() throws InterruptedException {
        Exploration<Set<String>> found = explore(new Strategy.Reduced(), new TryLock(5), refused -> false);

        assertThat(found.coverage().run()).isEqualTo(2);
        assertThat(found.doubts()).isEmpty();
    }

    private static Exploration<Set<String>> explore(Strategy strategy, TryLock contest) throws InterruptedException {
        return explore(strategy, contest, refused -> !refused.isEmpty());
    }

    private static Exploration<Set<String>> explore(
            Strategy strategy, TryLock contest, java.util.function.Predicate<Set<String>> broken)
            throws InterruptedException {
        return new Explorer(strategy, new SearchSettings(100, Optional.empty(), 0, 1))
                .explore(
                        contest,
                        (turns, refused) -> broken.test(refused)
                                ? Judgement.of(List.of(new Finding(
                                        "nobody is refused", Finding.Weight.VIOLATION, refused + " refused")))
                                : Judgement.HELD,
                        Watcher.NONE);
    }

    /** Three commands each, on collections of their own; before one of them a lock that refuses, until the end. */
    private record TryLock(int lockedBefore) implements Contest<Set<String>> {

        @Override
        public List<String> contenders() {
            return List.of("A", "B");
        }

        @Override
        public boolean bringsAllToTheirFirstStep() {
            return true;
        }

        @Override
        public Execution<Set<String>> begin(List<String> participants) {
            return new Course(participants, lockedBefore, false);
        }

        @Override
        public Execution<Set<String>> beginSerially(List<String> order) {
            return new Course(order, lockedBefore, true);
        }
    }

    private static final class Course implements Execution<Set<String>> {

        private final List<String> order;
        private final int lockedBefore;
        private final boolean serially;
        private final Map<String, Integer> made = new LinkedHashMap<>();
        private final Set<String> refused = new java.util.TreeSet<>();
        private Optional<String> owner = Optional.empty();

        Course(List<String> order, int lockedBefore, boolean serially) {
            this.order = order;
            this.lockedBefore = lockedBefore;
            this.serially = serially;
            (serially ? order.subList(0, 1) : order).forEach(this::begin);
        }

        private void begin(String contender) {
            made.put(contender, 0);
            comesTo(contender);
        }

        private void comesTo(String contender) {
            if (made.getOrDefault(contender, 0) == lockedBefore) {
                if (owner.isPresent()) {
                    refused.add(contender);
                } else {
                    owner = Optional.of(contender);
                }
            }
        }

        private boolean isOver(String contender) {
            return refused.contains(contender) || made.getOrDefault(contender, 0) == 3;
        }

        @Override
        public Situation situation() {
            Map<String, Standing> standings = new LinkedHashMap<>();
            for (String contender : made.keySet()) {
                int next = made.getOrDefault(contender, 0) + 1;
                Access own = new Access("c" + contender, Mode.WRITE, Keys.UNKNOWN, Grain.ATOMIC);
                Command command = new Command("set", "set " + next, "set " + next, List.of(own), Part.NONE);
                standings.put(
                        contender,
                        isOver(contender)
                                ? new Standing.Finished()
                                : new Standing.Held(new Step(contender, next, command)));
            }
            return new Situation(standings);
        }

        @Override
        public Situation let(Set<String> contenders) {
            String contender = contenders.iterator().next();
            made.merge(contender, 1, Integer::sum);
            if (isOver(contender)) {
                owner = owner.filter(other -> !other.equals(contender));
            } else {
                comesTo(contender);
            }
            List<String> waiting = new ArrayList<>(order);
            waiting.removeAll(made.keySet());
            if (serially && made.keySet().stream().allMatch(this::isOver) && !waiting.isEmpty()) {
                begin(waiting.getFirst());
            }
            return situation();
        }

        @Override
        public Answer answerOf(String contender, int index) {
            return new Answer(Answer.Effect.CHANGED, "1 changed");
        }

        @Override
        public Set<String> result() {
            return Set.copyOf(refused);
        }

        @Override
        public void close() {}
    }
}
