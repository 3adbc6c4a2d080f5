package dev.photofinish.scenarios.race;

import com.mongodb.MongoException;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.Standing;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the rounds of one scenario: what is given, the contest, the steps after it. For one thread at a time. */
final class RoundRunner implements AutoCloseable {

    private final ScenarioFile scenario;
    private final RoundSetup setup;
    private final Contest contest;

    private RoundRunner(ScenarioFile scenario, RoundSetup setup, Contest contest) {
        this.scenario = scenario;
        this.setup = setup;
        this.contest = contest;
    }

    /**
     * Signs the contenders in.
     *
     * @throws NoAnswerException if the deployment does not answer
     * @throws CannotSignIn if it does not let them in
     */
    static RoundRunner of(
            ScenarioFile scenario, Deployment deployment, Optional<Database> database, RaceSettings settings)
            throws NoAnswerException {
        return new RoundRunner(
                scenario, new RoundSetup(deployment, database), Contest.of(scenario, deployment, settings.release()));
    }

    /** Never throws for what the deployment does: that is the round's obstacle. */
    Round run(RoundPlan plan) {
        Scope scope = Scope.ofRound(Instant.now(), plan.unique());
        List<ContenderRun> runs = List.of();
        List<Round.Checked> checks = new ArrayList<>();
        History history = new History();
        try {
            for (Step step : scenario.given()) {
                scope = setup.given(step, scope);
            }
            runs = contest.run(scope, plan.offset(), history);
            scope = Standing.addTo(
                    scope, runs.stream().map(ContenderRun::standing).toList());
            for (Step.Call step : scenario.then()) {
                scope = after(step, scope, checks);
            }
            return new Round(plan.number(), plan.offset(), scope, runs, history.snapshot(), checks, Optional.empty());
        } catch (NoAnswerException | CannotSignIn | CannotRender | StepFailed | MongoException obstacle) {
            return new Round(
                    plan.number(),
                    plan.offset(),
                    scope,
                    runs,
                    history.snapshot(),
                    checks,
                    Optional.ofNullable(obstacle.getMessage()));
        }
    }

    @Override
    public void close() {
        contest.close();
    }

    private Scope after(Step.Call step, Scope scope, List<Round.Checked> checks) throws NoAnswerException {
        Reply reply = setup.perform(step, scope);
        Scope seen = RoundSetup.withAnswer(scope, reply);
        step.check()
                .ifPresent(check -> checks.add(new Round.Checked(
                        check.source(),
                        check.judge(seen),
                        String.valueOf(reply.kept().isEmpty() ? reply.answer().body() : reply.kept()))));
        return scope.withAll(reply.kept());
    }
}
