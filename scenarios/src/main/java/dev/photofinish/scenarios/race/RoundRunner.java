package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mongodb.MongoException;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.AlreadyBroken;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.Standing;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the rounds of one scenario: what is given, the contest, the steps after it. For one thread at a time. */
final class RoundRunner implements AutoCloseable {

    private final ScenarioFile scenario;
    private final RoundSetup setup;
    private final InvariantChecks rules;
    private final Contest contest;

    private RoundRunner(ScenarioFile scenario, RoundSetup setup, InvariantChecks rules, Contest contest) {
        this.scenario = scenario;
        this.setup = setup;
        this.rules = rules;
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
        return of(scenario, deployment, database, Contest.of(scenario, deployment, settings.release()));
    }

    static RoundRunner of(ScenarioFile scenario, Deployment deployment, Optional<Database> database, Contest contest) {
        return new RoundRunner(
                scenario,
                new RoundSetup(deployment, database),
                InvariantChecks.on(database, Optional.of(deployment)),
                contest);
    }

    /** Never throws for what the deployment does: that is the round's obstacle. */
    Round run(RoundPlan plan) {
        return run(begin(plan));
    }

    /** The contest and what comes after it. */
    Round run(Begun begun) {
        History history = new History();
        List<ContenderRun> runs = begun.obstacle().isPresent()
                ? List.of()
                : contest.run(begun.scope(), begun.plan().offset(), history);
        return end(begun, runs, history);
    }

    /**
     * Contenders one after the other, each alone on what those before it left.
     *
     * @param each told of every one of them
     * @return what the round made
     */
    Scope oneAfterTheOther(RoundPlan plan, List<Contender> order, Consumer<ContenderRun> each) {
        Begun begun = begin(plan);
        if (begun.obstacle().isPresent()) {
            return begun.scope();
        }
        try {
            for (Contender contender : order) {
                each.accept(contest.runAlone(contender, begun.scope(), new History(), Breather.NONE));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return begun.scope();
    }

    /** What is given. */
    Begun begin(RoundPlan plan) {
        Scope scope = Scope.ofRound(Instant.now(), plan.unique());
        setup.begin();
        try {
            for (Step step : scenario.given()) {
                scope = setup.given(step, scope);
            }
            return new Begun(plan, scope, Optional.empty(), rules.before(scenario.invariants(), scope));
        } catch (NoAnswerException | CannotSignIn | CannotRender | StepFailed | MongoException obstacle) {
            return new Begun(plan, scope, Optional.ofNullable(obstacle.getMessage()), AlreadyBroken.NOTHING);
        }
    }

    /** What comes after the contest. */
    Round end(Begun begun, List<ContenderRun> runs, History history) {
        List<Round.Checked> checks = new ArrayList<>();
        Scope scope = Standing.addTo(
                begun.scope(), runs.stream().map(ContenderRun::standing).toList());
        Optional<String> obstacle = begun.obstacle();
        if (obstacle.isEmpty()) {
            try {
                for (Step.Call step : scenario.then()) {
                    scope = after(step, scope, checks);
                }
            } catch (NoAnswerException | CannotSignIn | CannotRender | StepFailed | MongoException trouble) {
                obstacle = Optional.ofNullable(trouble.getMessage());
            }
        }
        RoundPlan plan = begun.plan();
        return new Round(
                plan.number(), plan.offset(), scope, runs, history.snapshot(), checks, obstacle, begun.already());
    }

    @Override
    public void close() {
        contest.close();
    }

    /** A round for which everything is given, unless there was an obstacle. */
    record Begun(RoundPlan plan, Scope scope, Optional<String> obstacle, AlreadyBroken already) {}

    private Scope after(Step.Call step, Scope scope, List<Round.Checked> checks) throws NoAnswerException {
        Reply reply = step.judgesStatus() ? setup.send(step, scope) : setup.perform(step, scope);
        Scope seen = RoundSetup.withAnswer(scope, reply);
        step.check().ifPresent(check -> checks.add(new Round.Checked(check.source(), check.judge(seen), seen(reply))));
        return scope.withAll(reply.kept());
    }

    /** What a check usually looks at: what the step kept, or else all of its answer. */
    private static String seen(Reply reply) {
        return reply.kept().isEmpty()
                ? reply.answer().body()
                : JsonNodeFactory.instance.objectNode().setAll(reply.kept()).toString();
    }
}
