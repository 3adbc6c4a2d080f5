package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Outcome;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Session;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.http.Stamps;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Rounds whose requests somebody else sends, such as Gatling, but that are given and judged like any other:
 *
 * <pre>
 *   begin ──▶ for each contender: call, answered, call, answered … ──▶ judge
 * </pre>
 *
 * {@code begin} and {@code judge} are for one thread; contenders may call from threads of their own, each for itself.
 */
public final class ExternalRounds implements AutoCloseable {

    private final ScenarioFile scenario;
    private final RaceSettings settings;
    private final Contest contest;
    private final RoundRunner runner;
    private final RoundJudge judge;

    private ExternalRounds(
            ScenarioFile scenario, RaceSettings settings, Contest contest, RoundRunner runner, RoundJudge judge) {
        this.scenario = scenario;
        this.settings = settings;
        this.contest = contest;
        this.runner = runner;
        this.judge = judge;
    }

    /**
     * Signs the contenders in.
     *
     * @throws NoAnswerException if the deployment does not answer
     */
    public static ExternalRounds of(
            ScenarioFile scenario, Deployment deployment, Optional<Database> database, RaceSettings settings)
            throws NoAnswerException {
        Contest contest = Contest.of(scenario, deployment, Release.PLAIN);
        RoundRunner runner = RoundRunner.of(scenario, deployment, database, contest);
        InvariantChecks invariants = InvariantChecks.on(database, Optional.of(deployment));
        return new ExternalRounds(
                scenario,
                settings,
                contest,
                runner,
                new RoundJudge(scenario, invariants, deployment.system().secrets()));
    }

    /** Makes a round's fresh data; what goes wrong with it is said when the round is judged. */
    public ExternalRound begin(int number) {
        List<RoundPlan> plans = RoundPlan.of(scenario, settings);
        return new ExternalRound(runner.begin(plans.get(number - 1)));
    }

    @Override
    public void close() {
        contest.close();
    }

    /** One of them. */
    public final class ExternalRound {

        private final RoundRunner.Begun begun;
        private final History history = new History();
        private final List<Part> parts = new ArrayList<>();

        private ExternalRound(RoundRunner.Begun begun) {
            this.begun = begun;
            for (int contender = 0; contender < scenario.contenders().size(); contender++) {
                parts.add(new Part(contender, begun.scope()));
            }
        }

        /** What the contender does next; empty if it has nothing (more) to do. */
        public Optional<HttpCall> call(int contender) {
            return parts.get(contender).call();
        }

        /** What came of the contender's call. */
        public void answered(int contender, long sentNanos, long endedNanos, HttpAnswer answer) {
            parts.get(contender).answered(sentNanos, endedNanos, answer);
        }

        /** Judges the round as it is now; whoever got no answer has failed. */
        public Verdict judge() {
            List<ContenderRun> runs = parts.stream().map(Part::run).toList();
            Round round = runner.end(begun, runs, history);
            return judge.judge(round).verdict();
        }

        /** One contender's part; for one thread at a time. */
        private final class Part {

            private final int contender;
            private final List<Attempt> attempts = new ArrayList<>();
            private Scope scope;
            private Optional<HttpCall> sent = Optional.empty();
            private Optional<String> obstacle = Optional.empty();

            Part(int contender, Scope scope) {
                this.contender = contender;
                this.scope = scope;
            }

            synchronized Optional<HttpCall> call() {
                boolean stopped =
                        obstacle.isPresent() || begun.obstacle().isPresent() || attempts.size() == steps().size();
                sent = stopped
                        ? Optional.empty()
                        : attempt(() -> session().call(step().operation(), step().with(), scope));
                return sent;
            }

            synchronized void answered(long sentNanos, long endedNanos, HttpAnswer answer) {
                Step.Call step = step();
                HttpCall call = sent.orElseThrow(
                        () -> new IllegalStateException("an answer to a request that was not asked for"));
                Stamps stamps =
                        new Stamps(OptionalLong.of(sentNanos), OptionalLong.empty(), OptionalLong.of(endedNanos));
                Attempt attempt = Attempt.answered(
                        step.operation().name(),
                        call,
                        stamps,
                        session().reply(step.operation(), step.keep(), call.target(), answer));
                attempts.add(attempt);
                scope = scope.withAll(attempt.kept());
                String name = scenario.contenders().get(contender).name();
                history.completed(history.invoked(name, attempt.operation(), sentNanos), endedNanos, attempt.outcome());
                if (attempt.outcome() != Outcome.ACCEPTED && attempts.size() < steps().size()) {
                    obstacle = Optional.of(name + " did not get past " + attempt.operation() + ": " + attempt.told());
                }
            }

            synchronized ContenderRun run() {
                Optional<String> silent =
                        attempts.size() < steps().size() ? Optional.of("there was no answer") : Optional.empty();
                return new ContenderRun(
                        scenario.contenders().get(contender).name(),
                        session().user().name(),
                        List.copyOf(attempts),
                        obstacle.or(() -> silent));
            }

            private Optional<HttpCall> attempt(Supplier<HttpCall> rendering) {
                try {
                    return Optional.of(rendering.get());
                } catch (dev.photofinish.scenarios.template.CannotRender missing) {
                    obstacle = Optional.ofNullable(missing.getMessage());
                    return Optional.empty();
                }
            }

            private List<Step.Call> steps() {
                return scenario.contenders().get(contender).steps();
            }

            private Step.Call step() {
                return steps().get(attempts.size());
            }

            private Session session() {
                return contest.session(contender);
            }
        }
    }
}
