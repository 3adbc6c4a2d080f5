package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.deployment.Cookies;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.List;
import java.util.Optional;

/**
 * Rounds that are given and judged like any other, whose contenders run one by one, each when somebody lets it, such as a gate
 * that orders their database commands:
 *
 * <pre>
 *   give ──▶ begin ──▶ run each contender, on threads of their own ──▶ end ──▶ judge
 *              ▲
 *              └── again, once somebody has put the data back as it was given
 * </pre>
 *
 * For one thread at a time; contenders run on threads of their own.
 */
public final class DirectedRounds implements AutoCloseable {

    private final ScenarioFile scenario;
    private final Deployment deployment;
    private final String run;
    private final Contest contest;
    private final RoundRunner runner;
    private final RoundJudge judge;
    private final RoundPicture picture;
    private final Cleanup cleanup;
    private int given;

    private DirectedRounds(
            ScenarioFile scenario,
            Deployment deployment,
            String run,
            Contest contest,
            RoundRunner runner,
            RoundJudge judge,
            RoundPicture picture,
            Cleanup cleanup) {
        this.scenario = scenario;
        this.deployment = deployment;
        this.run = run;
        this.contest = contest;
        this.runner = runner;
        this.judge = judge;
        this.picture = picture;
        this.cleanup = cleanup;
    }

    /**
     * Signs the contenders in.
     *
     * @param run marks the data of this run; part of every {@code {{unique}}}
     * @throws NoAnswerException if the deployment does not answer
     */
    public static DirectedRounds of(
            ScenarioFile scenario, Deployment deployment, Optional<Database> database, String run)
            throws NoAnswerException {
        Contest contest = Contest.of(scenario, deployment, Release.PLAIN);
        InvariantChecks invariants = InvariantChecks.on(database, Optional.of(deployment));
        return new DirectedRounds(
                scenario,
                deployment,
                run,
                contest,
                RoundRunner.of(scenario, deployment, database, contest),
                new RoundJudge(scenario, invariants, deployment.secrets(), RoundJudge.Voices.SERIAL_ORDERS_TOO),
                new RoundPicture(new Presentable(deployment.secrets())),
                new Cleanup(deployment));
    }

    /** Makes fresh data; what goes wrong with it is the {@linkplain Given#obstacle obstacle}. */
    public Given give() {
        given++;
        RoundRunner.Begun begun = runner.begin(RoundPlan.of(scenario, run, given));
        cleanup.owe(scenario, begun.scope());
        return new Given(begun, deployment.cookies());
    }

    /** A round on data that is as it was given, cookies too. */
    public DirectedRound begin(Given data) {
        deployment.restore(data.cookies);
        return new DirectedRound(scenario, contest, runner, judge, picture, data.begun);
    }

    /** Which rules looked at nothing in all rounds so far, a sentence each: they have decided nothing. */
    public List<String> blind() {
        return judge.blind();
    }

    /** Whether steps after the contest ask the deployment what has become of it. */
    public boolean asksAfterwards() {
        return !scenario.then().isEmpty();
    }

    /** Takes away what was given, as far as the scenario says how; answers what came of it in a sentence. */
    public Optional<String> cleanUp() {
        return cleanup.run();
    }

    @Override
    public void close() {
        contest.close();
    }

    /** What was given. */
    public static final class Given {

        private final RoundRunner.Begun begun;

        private final Cookies cookies;

        private Given(RoundRunner.Begun begun, Cookies cookies) {
            this.begun = begun;
            this.cookies = cookies;
        }

        /** What was broken before any contender began, a sentence for each rule. */
        public List<String> brokenAlready() {
            return begun.already().sentences();
        }

        /** Why there is no fresh data, in a sentence. */
        public Optional<String> obstacle() {
            return begun.obstacle();
        }
    }
}
