package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.deployment.Session;
import dev.photofinish.scenarios.http.Finish;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.http.Shot;
import dev.photofinish.scenarios.scenario.Contender;
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

    private final Contender contender;
    private final dev.photofinish.scenarios.scenario.Rendezvous where;
    private final Session session;
    private final Release release;
    private final MeetingPoint meeting;
    private final List<Attempt> attempts = new ArrayList<>();

    ContenderScript(Contender contender, Rendezvous where, Session session, Release release, MeetingPoint meeting) {
        this.contender = contender;
        this.where = where;
        this.session = session;
        this.release = release;
        this.meeting = meeting;
    }

    /** Never throws for what the deployment does. */
    ContenderRun run(Scope round) {
        try {
            steps(round);
            return ended(Optional.empty());
        } catch (NoAnswerException | CannotRender obstacle) {
            meeting.callOff(contender.name() + " could not get there: " + obstacle.getMessage());
            return ended(Optional.ofNullable(obstacle.getMessage()));
        } catch (CalledOff calledOff) {
            return ended(Optional.ofNullable(calledOff.getMessage()));
        }
    }

    private void steps(Scope round) throws NoAnswerException, CalledOff {
        Scope scope = round;
        for (int index = 0; index < contender.steps().size(); index++) {
            boolean last = index == contender.steps().size() - 1;
            Step.Call step = contender.steps().get(index);
            HttpCall call = session.call(step.operation(), step.with(), scope);
            Attempt attempt = attempt(step, call, last || where == Rendezvous.EACH_STEP);
            attempts.add(attempt);
            scope = scope.withAll(attempt.kept());
            if (!last && attempt.outcome() != Outcome.ACCEPTED) {
                meeting.callOff(contender.name() + " did not get past " + attempt.operation() + ": " + attempt.told());
                return;
            }
        }
    }

    private Attempt attempt(Step.Call step, HttpCall call, boolean together) throws NoAnswerException, CalledOff {
        Shot shot = session.connection().prepare(call, together ? release : Release.PLAIN);
        if (together) {
            meeting.arrive(contender.name(), shot);
        } else {
            meeting.goAlone(shot);
        }
        return switch (shot.answer()) {
            case Finish.Answered answered ->
                Attempt.answered(
                        step.operation().name(),
                        call,
                        answered.stamps(),
                        session.reply(step.operation(), step.keep(), call.target(), answered.answer()));
            case Finish.Unanswered unanswered -> Attempt.unanswered(step.operation().name(), call, unanswered);
        };
    }

    private ContenderRun ended(Optional<String> obstacle) {
        return new ContenderRun(contender.name(), session.user().name(), List.copyOf(attempts), obstacle);
    }
}
