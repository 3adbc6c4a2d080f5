package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Session;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.system.Operation;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One of the {@link DirectedRounds}. Contenders run on threads of their own, each once; the rest is for one thread. */
public final class DirectedRound {

    private static final int MOST_LOOKS = 5;

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

    /** Whether it was sent, and nobody waited any longer for the last answer that the contender should have had. Any thread may ask. */
    public boolean gaveUpWaiting(String contender) {
        return Optional.ofNullable(runs.get(contender))
                .filter(run -> !run.attempts().isEmpty())
                .map(run -> run.attempts().getLast())
                .filter(attempt -> attempt.ending() == Attempt.Ending.GIVEN_UP
                        && attempt.stamps().released().isPresent())
                .isPresent();
    }

    /**
     * Somebody who takes no part looks on: carries out operations that only read, whatever comes of it, on a thread of its own.
     *
     * @throws NoAnswerException if nobody answers
     */
    public void passBy(Deployment deployment) throws NoAnswerException {
        String role = scenario.contenders().getFirst().role();
        try (Session session = deployment.session(
                deployment.system().user(role, scenario.contenders().size()))) {
            for (HttpCall call : looks(deployment, session)) {
                session.connection().send(call);
            }
        }
    }

    /** The steps after the contest first, whose arguments are known to be given. */
    private List<HttpCall> looks(Deployment deployment, Session session) {
        List<HttpCall> calls = new ArrayList<>();
        for (Step step : scenario.then()) {
            if (step instanceof Step.Call then) {
                call(session, then.operation(), then.with()).ifPresent(calls::add);
            }
        }
        deployment.system().operations().values().stream()
                .flatMap(operation -> call(session, operation, Map.of()).stream())
                .limit(MOST_LOOKS)
                .forEach(calls::add);
        return calls;
    }

    private Optional<HttpCall> call(Session session, Operation operation, Map<String, Template> with) {
        try {
            return Optional.of(session.call(operation, with, begun.scope()))
                    .filter(call -> call.method().equals("GET"));
        } catch (CannotRender lacksSomething) {
            return Optional.empty();
        }
    }

    /** The kinds of the answers that a contender was given, once it has run: {@code 200, 409}. Any thread may ask. */
    public String told(String contender) {
        return Optional.ofNullable(runs.get(contender)).stream()
                .flatMap(run -> run.attempts().stream())
                .map(attempt -> attempt.answer()
                        .map(answer -> String.valueOf(answer.status()))
                        .orElse("none"))
                .collect(Collectors.joining(", "));
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
