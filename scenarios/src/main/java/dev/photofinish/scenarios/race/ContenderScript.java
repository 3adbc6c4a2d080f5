package dev.photofinish.scenarios.race;

import static dev.photofinish.scenarios.scenario.Rendezvous.EACH_STEP;

import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.deployment.Session;
import dev.photofinish.scenarios.http.Finish;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.http.Shot;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one contender does in one round, on a thread of its own: step after step, meeting the others before the last or
 * before each. One that cannot get to the rendezvous calls it off, so that nobody races alone.
 */
final class ContenderScript {

    private final ScenarioFile scenario;
    private final Contender contender;
    private final Session session;
    private final Release release;
    private final Rendezvous<Shot> rendezvous;
    private final History history;
    private final List<Attempt> attempts = new ArrayList<>();

    ContenderScript(
            ScenarioFile scenario,
            Contender contender,
            Session session,
            Release release,
            Rendezvous<Shot> rendezvous,
            History history) {
        this.scenario = scenario;
        this.contender = contender;
        this.session = session;
        this.release = release;
        this.rendezvous = rendezvous;
        this.history = history;
    }

    /**
     * Never throws for what the deployment does.
     *
     * @throws InterruptedException if the race is being stopped
     */
    ContenderRun run(Scope round) throws InterruptedException {
        return run(round, Breather.NONE);
    }

    /**
     * Likewise.
     *
     * @param between taken between two of its requests
     */
    ContenderRun run(Scope round, Breather between) throws InterruptedException {
        try {
            steps(round, between);
            return ended(Optional.empty());
        } catch (NoAnswerException | CannotRender obstacle) {
            rendezvous.abort(contender.name() + " could not get there: " + obstacle.getMessage());
            return ended(Optional.ofNullable(obstacle.getMessage()));
        } catch (RendezvousAbortedException calledOff) {
            return ended(Optional.ofNullable(calledOff.getMessage()));
        }
    }

    private void steps(Scope round, Breather between)
            throws NoAnswerException, RendezvousAbortedException, InterruptedException {
        Scope scope = round;
        for (int index = 0; index < contender.steps().size(); index++) {
            if (index > 0) {
                between.take();
            }
            boolean last = index == contender.steps().size() - 1;
            Step.Call step = contender.steps().get(index);
            HttpCall call = session.call(step.operation(), step.with(), scope);
            Attempt attempt = last || scenario.rendezvous() == EACH_STEP ? together(step, call) : alone(step, call);
            attempts.add(attempt);
            record(attempt);
            scope = scope.withAll(attempt.kept());
            if (!last && attempt.outcome() != Outcome.ACCEPTED) {
                throw new RendezvousAbortedException(
                        callOff(contender.name() + " did not get past " + attempt.operation() + ": " + attempt.told()));
            }
        }
    }

    private Attempt together(Step.Call step, HttpCall call)
            throws NoAnswerException, RendezvousAbortedException, InterruptedException {
        Shot shot = session.connection().prepare(call, release);
        try {
            rendezvous.arrive(contender.name(), shot);
        } catch (RendezvousAbortedException calledOff) {
            shot.withdraw();
            throw calledOff;
        }
        return attempt(step, call, shot.answer());
    }

    private Attempt alone(Step.Call step, HttpCall call) throws NoAnswerException {
        return attempt(step, call, session.connection().exchange(call));
    }

    private Attempt attempt(Step.Call step, HttpCall call, Finish finish) {
        String operation = step.operation().name();
        return switch (finish) {
            case Finish.Answered answered ->
                Attempt.answered(
                        operation,
                        call,
                        answered.stamps(),
                        session.reply(step.operation(), step.keep(), call.target(), answered.answer()));
            case Finish.Unanswered unanswered -> Attempt.unanswered(operation, call, unanswered);
        };
    }

    /** An attempt without an answer has begun and not ended: nobody knows whether it took effect. */
    private void record(Attempt attempt) {
        attempt.stamps().released().ifPresent(released -> {
            Event.Invocation invocation = history.invoked(contender.name(), attempt.operation(), released);
            attempt.stamps().lastByte().ifPresent(ended -> history.completed(invocation, ended, attempt.outcome()));
        });
    }

    private String callOff(String reason) {
        rendezvous.abort(reason);
        return reason;
    }

    private ContenderRun ended(Optional<String> obstacle) {
        return new ContenderRun(contender.name(), session.user().name(), List.copyOf(attempts), obstacle);
    }
}
