package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes wrong in one schedule is said of that one. */
class MishapTest {

    private static final List<Op> FIND_THEN_SET = List.of(
            Op.read("stock"), Op.write("stock", read -> read.getLast() - 80).when(read -> read.getLast() >= 80));

    private final AtomicInteger judged = new AtomicInteger();

    @Test
    void aJudgeThatFailsLosesOneScheduleAndNoOther() throws InterruptedException {
        var found = explore((turns, ending) -> {
            int schedule = judged.incrementAndGet();
            if (schedule >= 2 && schedule <= 4) {
                throw new NullPointerException("stock");
            }
            return broken();
        });

        assertThat(found.coverage().run()).isEqualTo(5);
        assertThat(found.coverage().complete()).isFalse();
        assertThat(found.discoveries()).hasSize(1);
        assertThat(found.obstacles())
                .containsExactly("Something unforeseen went wrong in this schedule, and nothing is known of it:"
                        + " java.lang.NullPointerException: stock.");
    }

    @Test
    void anInterruptThatMeansToStopKeepsWhatIsKnown() throws InterruptedException {
        var found = new Explorer(new Strategy.Exhaustive(), new SearchSettings(100, Optional.empty(), 0, 10))
                .explore(
                        contest(),
                        (turns, ending) -> {
                            if (judged.incrementAndGet() == 3) {
                                throw new InterruptedException();
                            }
                            return broken();
                        },
                        new Watcher() {
                            @Override
                            public void progress(Coverage soFar) {}

                            @Override
                            public boolean stop() {
                                return judged.get() >= 3;
                            }
                        });

        assertThat(found.coverage().run()).isEqualTo(2);
        assertThat(found.coverage().complete()).isFalse();
        assertThat(found.obstacles()).as("it says nothing about the schedule").isEmpty();
        assertThat(found.discoveries()).hasSize(1);
        assertThat(found.discoveries().getFirst().witness().attempts())
                .as("never tried")
                .isZero();
    }

    @Test
    void anyOtherInterruptEndsEverything() {
        assertThatThrownBy(() -> explore((turns, ending) -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private static Judgement broken() {
        return Judgement.of(List.of(new Finding("rule", Finding.Weight.VIOLATION, "broken")));
    }

    private static ModelContest contest() {
        return ModelContest.ofSame(2, Map.of("stock", 100), FIND_THEN_SET);
    }

    private static Exploration<ModelContest.Ending> explore(Judge<ModelContest.Ending> judge)
            throws InterruptedException {
        return new Explorer(new Strategy.Exhaustive(), new SearchSettings(100, Optional.empty(), 0, 0))
                .explore(contest(), judge, Watcher.NONE);
    }
}
