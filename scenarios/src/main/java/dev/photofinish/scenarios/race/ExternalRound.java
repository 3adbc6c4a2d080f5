package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import java.util.List;
import java.util.Optional;

/** One of the {@link ExternalRounds}. Contenders may call from threads of their own, each for itself. */
public final class ExternalRound {

    private final RoundRunner.Begun begun;
    private final List<ExternalPart> parts;
    private final RoundRunner runner;
    private final RoundJudge judge;
    private final History history = new History();

    ExternalRound(RoundRunner.Begun begun, List<ExternalPart> parts, RoundRunner runner, RoundJudge judge) {
        this.begun = begun;
        this.parts = parts;
        this.runner = runner;
        this.judge = judge;
    }

    /**
     * What the contender does next; empty if it has nothing (more) to do. One that asks again without having told what came of
     * its last call got no answer, and has nothing more to do.
     */
    public Optional<HttpCall> call(int contender) {
        return begun.obstacle().isPresent()
                ? Optional.empty()
                : parts.get(contender).call();
    }

    /**
     * What came of the contender's call. Times as {@link System#nanoTime()}.
     *
     * @throws IllegalStateException if it did not ask for one
     */
    public void answered(int contender, long sentNanos, long endedNanos, HttpAnswer answer) {
        parts.get(contender).answered(sentNanos, endedNanos, answer, history);
    }

    /** Judges the round as it is now; whoever got no answer has failed. */
    public Verdict judge() {
        List<ContenderRun> runs = begun.obstacle().isPresent()
                ? List.of()
                : parts.stream().map(ExternalPart::run).toList();
        return judge.judge(runner.end(begun, runs, history)).verdict();
    }
}
