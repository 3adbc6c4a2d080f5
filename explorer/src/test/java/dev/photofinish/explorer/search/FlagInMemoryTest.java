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
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A flag in the application's memory that is looked at after one command and set after a later one. Who comes when it is set is refused,
 * and its schedule is left out for being like another; who looks before oversells.
 */
class FlagInMemoryTest {

    private static final Judge<Integer> NOTHING_IS_SOLD_TWICE = (turns, sold) -> sold > 1
            ? Judgement.of(List.of(new Finding("sold once", Finding.Weight.VIOLATION, sold + " were sold")))
            : Judgement.HELD;

    @Test
    void reducedFindsWhatExhaustiveFinds() throws InterruptedException {
        for (Strategy strategy : List.of(new Strategy.Exhaustive(), new Strategy.Reduced())) {
            Exploration<Integer> found = new Explorer(strategy, new SearchSettings(100, Optional.empty(), 0, 1))
                    .explore(new Flagged(), NOTHING_IS_SOLD_TWICE, Watcher.NONE);

            assertThat(found.discoveries())
                    .as(strategy.name())
                    .extracting(each -> each.finding().rule())
                    .containsExactly("sold once");
            assertThat(found.coverage().complete()).isTrue();
        }
    }

    @Test
    void whatIsBrokenOnceAndNeverAgainLeavesADoubt() throws InterruptedException {
        AtomicInteger judged = new AtomicInteger();
        Judge<Integer> onlyTheFirstInterleaving = (turns, sold) ->
                sold > 1 && judged.incrementAndGet() == 1 ? NOTHING_IS_SOLD_TWICE.judge(turns, sold) : Judgement.HELD;

        Exploration<Integer> found = new Explorer(
                        new Strategy.Reduced(), new SearchSettings(100, Optional.empty(), 0, 1))
                .explore(new Flagged(), onlyTheFirstInterleaving, Watcher.NONE);

        assertThat(found.discoveries()).isEmpty();
        assertThat(found.doubts())
                .containsExactly(
                        "sold once was broken once, where the contenders took turns, and in no schedule that was run.");
    }

    private record Flagged() implements Contest<Integer> {

        @Override
        public List<String> contenders() {
            return List.of("A", "B");
        }

        @Override
        public boolean bringsAllToTheirFirstStep() {
            return true;
        }

        @Override
        public Execution<Integer> begin(List<String> participants) {
            return new Sale(participants, List.of());
        }

        @Override
        public Execution<Integer> beginSerially(List<String> order) {
            return new Sale(order.subList(0, 1), order.subList(1, order.size()));
        }
    }

    /** Each looks at the settings, then at the stock, and takes it if it is there. */
    private static final class Sale implements Execution<Integer> {

        private final Map<String, Integer> made = new TreeMap<>();
        private final Map<String, Integer> seen = new LinkedHashMap<>();
        private final List<String> over = new ArrayList<>();
        private final List<String> waiting;
        private Optional<String> flag = Optional.empty();
        private int stock = 1;
        private int sold;

        Sale(List<String> begun, List<String> waiting) {
            begun.forEach(contender -> made.put(contender, 0));
            this.waiting = new ArrayList<>(waiting);
        }

        @Override
        public Situation situation() {
            Map<String, Standing> standings = new LinkedHashMap<>();
            made.forEach((contender, done) -> standings.put(
                    contender,
                    over.contains(contender)
                            ? new Standing.Finished()
                            : new Standing.Held(new Step(contender, done + 1, command(done + 1)))));
            return new Situation(standings);
        }

        private static Command command(int number) {
            return switch (number) {
                case 1 -> command("find settings", "settings", Mode.READ);
                case 2 -> command("find stock", "stock", Mode.READ);
                default -> command("update stock", "stock", Mode.WRITE);
            };
        }

        private static Command command(String text, String collection, Mode mode) {
            Access access = new Access(collection, mode, Keys.UNKNOWN, Grain.ATOMIC);
            return new Command(text, text, text, List.of(access), Part.NONE);
        }

        @Override
        public Situation let(java.util.Set<String> contenders) {
            String contender = contenders.iterator().next();
            int done = made.merge(contender, 1, Integer::sum);
            switch (done) {
                case 1 -> refuseIfFlagged(contender);
                case 2 -> look(contender);
                default -> take(contender);
            }
            if (over.containsAll(made.keySet()) && !waiting.isEmpty()) {
                made.put(waiting.removeFirst(), 0);
            }
            return situation();
        }

        private void refuseIfFlagged(String contender) {
            if (flag.isPresent()) {
                over.add(contender);
            }
        }

        private void look(String contender) {
            seen.put(contender, stock);
            if (stock == 0) {
                over.add(contender);
            } else {
                flag = Optional.of(contender);
            }
        }

        private void take(String contender) {
            stock = seen.getOrDefault(contender, 0) - 1;
            sold++;
            flag = flag.filter(owner -> !owner.equals(contender));
            over.add(contender);
        }

        @Override
        public Answer answerOf(String contender, int index) {
            return switch (index) {
                case 1 -> new Answer(Answer.Effect.READ, "settings");
                case 2 -> new Answer(Answer.Effect.READ, "stock " + seen.get(contender));
                default -> new Answer(Answer.Effect.CHANGED, "1 changed");
            };
        }

        @Override
        public Integer result() {
            return sold;
        }

        @Override
        public void close() {}
    }
}
