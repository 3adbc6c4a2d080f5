package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One of the {@link DirectedRounds}. Contenders run on threads of their own, each once; the rest is for one thread. */
public final class DirectedRound {

    private final ScenarioFile scenario;
    private final Contest contest;
    private final RoundRunner runner;
    private final RoundJudge judge;
    private final RoundPicture picture;
    private final RoundRunner.Begun begun;
    private final long startedNanos = System.nanoTime();
    private final History history = new History();
    private final Map<String, ContenderRun> runs = new ConcurrentHashMap<>();

    DirectedRound(
            ScenarioFile scenario,
            Contest contest,
            RoundRunner runner,
            RoundJudge judge,
            RoundPicture picture,
            RoundRunner.Begun begun) {
        this.scenario = scenario;
        this.contest = contest;
        this.runner = runner;
        this.judge = judge;
        this.picture = picture;
        this.begun = begun;
    }

    /**
     * Sends the contender's requests, one after the other, and returns when it has its last answer. A refusal and an answer that
     * means nothing are answers too.
     *
     * @param contender one of the scenario's, or the first steps of one
     * @param between taken between two of its requests
     * @throws NoAnswerException if one of them was not answered: nobody knows what it did
     * @throws InterruptedException if the exploration is being stopped
     */
    public void run(Contender contender, Breather between) throws NoAnswerException, InterruptedException {
        ContenderRun run = contest.runAlone(contender, begun.scope(), history, between);
        runs.put(contender.name(), run);
        Optional<String> silence = silence(run);
        if (silence.isPresent()) {
            throw new NoAnswerException(silence.get());
        }
    }

    /** Also of who could not even ask, since nobody listens any more. */
    private static Optional<String> silence(ContenderRun run) {
        return run.attempts().isEmpty()
                ? run.obstacle()
                : run.attempts().stream()
                        .filter(attempt -> attempt.answer().isEmpty())
                        .map(attempt -> attempt.operation() + ": " + attempt.told())
                        .findFirst();
    }

    /** How many answers the contender has so far. It is counted before its next request is sent; any thread may ask. */
    public int answered(String contender) {
        return history.completions(contender);
    }

    /** What comes after the contest: the scenario's steps and checks, once everybody has run who was let. */
    public EndedRound end() {
        List<ContenderRun> inOrder = scenario.contenders().stream()
                .map(Contender::name)
                .filter(runs::containsKey)
                .map(runs::get)
                .toList();
        Duration contest = Duration.ofNanos(System.nanoTime() - startedNanos);
        return new EndedRound(runner.end(begun, inOrder, history), judge, picture, contest);
    }
}
