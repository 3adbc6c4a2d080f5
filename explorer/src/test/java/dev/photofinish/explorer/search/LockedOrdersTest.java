package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a lock of the application one of the serial orders cannot come about among contenders that have all begun. */
class LockedOrdersTest {

    private static final Judge<List<String>> B_MUST_NOT_BE_FIRST =
            (turns, gone) -> gone.getFirst().equals("B")
                    ? Judgement.of(List.of(new Finding("a-first", Finding.Weight.VIOLATION, "B came first")))
                    : Judgement.HELD;

    private final MutexContest contest = new MutexContest();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everySerialOrderIsRunAllTheSame(boolean reduced) throws InterruptedException {
        Strategy strategy = reduced ? new Strategy.Reduced() : new Strategy.Exhaustive();

        var found = explore(strategy);

        assertThat(found.coverage().run()).isEqualTo(2);
        assertThat(found.discoveries()).hasSize(1);
        assertThat(found.discoveries().getFirst().serial()).isTrue();
        assertThat(found.discoveries().getFirst().witness().schedule()).isEqualTo(Schedule.parse("B A"));
    }

    @Test
    void itsWitnessIsRunAgainAsItWasRun() throws InterruptedException {
        var found = explore(new Strategy.Reduced());

        assertThat(found.discoveries().getFirst().witness().reproduced()).isEqualTo(10);
    }

    @Test
    void aReplayOfItIsRunAsItWas() throws InterruptedException {
        var found = explore(new Strategy.Replay(Schedule.parse("B A")));

        assertThat(found.coverage().violating()).isEqualTo(1);
        assertThat(found.coverage().diverged()).isZero();
    }

    private Exploration<List<String>> explore(Strategy strategy) throws InterruptedException {
        return new Explorer(strategy, new SearchSettings(100, Optional.empty(), 0, 10))
                .explore(contest, B_MUST_NOT_BE_FIRST, Watcher.NONE);
    }
}
