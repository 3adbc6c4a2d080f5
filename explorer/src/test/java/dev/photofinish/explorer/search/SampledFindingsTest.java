package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** What becomes of two commands that are released together is up to the database, each time anew. */
class SampledFindingsTest {

    private static final int SAMPLES = 20;

    private int sampled;

    @Test
    void whatWasSeenNowAndThenIsTriedUntilItWouldHaveComeAgain() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(inTheFirst(SAMPLES, 4, 9, 17));

        Discovery<ModelContest.Ending> discovery = found.discoveries().getFirst();
        assertThat(discovery.sampled()).isEqualTo(3);
        assertThat(discovery.witness().reproduced()).isZero();
        assertThat(discovery.witness().attempts()).isEqualTo(29);
        assertThat(sampled).isEqualTo(SAMPLES + 29);
    }

    @Test
    void itIsTriedNoLongerThanUntilItComes() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(inTheFirst(SAMPLES + 17, 4, 9, 17, SAMPLES + 16));

        Discovery<ModelContest.Ending> discovery = found.discoveries().getFirst();
        assertThat(discovery.witness().reproduced()).isEqualTo(1);
        assertThat(discovery.witness().attempts()).isEqualTo(16);
    }

    @Test
    void whatComesAtOnceIsTriedAsOftenAsAnyOther() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(sample -> sample % 2 == 0);

        Discovery<ModelContest.Ending> discovery = found.discoveries().getFirst();
        assertThat(discovery.witness().reproduced()).isEqualTo(5);
        assertThat(discovery.witness().attempts()).isEqualTo(10);
    }

    @Test
    void aReplayIsSampledAsOftenAndSamplesNothingElse() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(new Strategy.Replay(Schedule.parse("A+B")), inTheFirst(SAMPLES, 4, 9, 17));

        assertThat(found.coverage().togetherRuns()).isEqualTo(SAMPLES);
        assertThat(found.coverage().togetherViolating()).isEqualTo(3);
        assertThat(found.coverage().run()).isZero();
    }

    @Test
    void aReplayOfADecidedScheduleSamplesNothing() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(new Strategy.Replay(Schedule.parse("A B")), inTheFirst(SAMPLES, 4));

        assertThat(found.coverage().run()).isEqualTo(1);
        assertThat(found.coverage().togetherPairs()).isZero();
        assertThat(sampled).isZero();
    }

    private static IntPredicate inTheFirst(int most, Integer... samples) {
        Set<Integer> broken = Set.of(samples);
        return sample -> sample <= most && broken.contains(sample);
    }

    private Exploration<ModelContest.Ending> explore(IntPredicate breaks) throws InterruptedException {
        return explore(new Strategy.Reduced(), breaks);
    }

    /** @param breaks whether a sample, given its number, breaks the rule, from 1 */
    private Exploration<ModelContest.Ending> explore(Strategy strategy, IntPredicate breaks)
            throws InterruptedException {
        return new Explorer(strategy, new SearchSettings(100, Optional.empty(), SAMPLES, 10))
                .explore(
                        ModelContest.ofSame(2, Map.of(), List.of(Op.upsert("counter"))),
                        (turns, ending) ->
                                turns.stream().anyMatch(turn -> turn.steps().size() > 1) && breaks.test(++sampled)
                                        ? Judgement.of(
                                                List.of(new Finding("counted", Finding.Weight.VIOLATION, "once")))
                                        : Judgement.HELD,
                        Watcher.NONE);
    }
}
