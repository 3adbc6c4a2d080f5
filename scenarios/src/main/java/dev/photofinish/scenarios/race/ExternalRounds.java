package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rounds whose requests somebody else sends, such as Gatling, but that are given and judged like any other:
 *
 * <pre>
 *   begin ──▶ for each contender: call, answered, call, answered … ──▶ judge
 * </pre>
 *
 * For one thread at a time; contenders may call from threads of their own.
 */
public final class ExternalRounds implements AutoCloseable {

    private final ScenarioFile scenario;
    private final List<RoundPlan> plans;
    private final Contest contest;
    private final RoundRunner runner;
    private final RoundJudge judge;

    private ExternalRounds(
            ScenarioFile scenario, List<RoundPlan> plans, Contest contest, RoundRunner runner, RoundJudge judge) {
        this.scenario = scenario;
        this.plans = plans;
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
                RoundPlan.of(scenario, settings),
                contest,
                runner,
                new RoundJudge(scenario, invariants, deployment.secrets()));
    }

    /** Makes a round's fresh data; what goes wrong with it is said when the round is judged. */
    public ExternalRound begin(int number) {
        RoundRunner.Begun begun = runner.begin(plans.get(number - 1));
        return new ExternalRound(begun, parts(begun), runner, judge);
    }

    private List<ExternalPart> parts(RoundRunner.Begun begun) {
        return IntStream.range(0, scenario.contenders().size())
                .mapToObj(place ->
                        new ExternalPart(scenario.contenders().get(place), contest.session(place), begun.scope()))
                .toList();
    }

    @Override
    public void close() {
        contest.close();
    }
}
