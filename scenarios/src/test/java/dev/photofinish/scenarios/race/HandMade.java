package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.expression.Judgement;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.Stamps;
import dev.photofinish.scenarios.scenario.Standing;
import dev.photofinish.scenarios.template.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Rounds that nobody ran, for what is thought of them. */
final class HandMade {

    private static final HttpCall TAKE = new HttpCall("POST", "/take", List.of(), "");

    private HandMade() {}

    static ContenderRun accepted(String contender) {
        return answered(contender, Outcome.ACCEPTED, 200);
    }

    static ContenderRun refused(String contender) {
        return answered(contender, Outcome.REFUSED, 409);
    }

    static ContenderRun failed(String contender) {
        return answered(contender, Outcome.FAILED, 500);
    }

    static ContenderRun calledOff(String contender, String why) {
        return new ContenderRun(contender, "user of " + contender, List.of(), Optional.of(why));
    }

    /** A round whose contenders were told in this order. */
    static Round round(ContenderRun... runs) {
        History history = new History();
        List<Standing> standings = new ArrayList<>();
        for (int place = 0; place < runs.length; place++) {
            Event.Invocation take = history.invoked(runs[place].contender(), "take", 0);
            history.completed(take, 1 + place, runs[place].outcome());
            standings.add(runs[place].standing());
        }
        Scope scope = Standing.addTo(Scope.ofRound(Instant.EPOCH, "pf-1"), standings);
        return new Round(1, Duration.ZERO, scope, List.of(runs), history.snapshot(), List.of(), Optional.empty());
    }

    static Round withCheck(Round round, Judgement judgement) {
        return new Round(
                round.number(),
                round.offset(),
                round.scope(),
                round.runs(),
                round.history(),
                List.of(new Round.Checked("seen.taken == 1", judgement, "{\"seen\":{}}")),
                round.obstacle());
    }

    static Round withObstacle(Round round, String obstacle) {
        return new Round(
                round.number(),
                round.offset(),
                round.scope(),
                round.runs(),
                round.history(),
                round.checks(),
                Optional.of(obstacle));
    }

    static Round numbered(int number, Duration offset) {
        Round round = round(accepted("A"), refused("B"));
        return new Round(number, offset, round.scope(), round.runs(), round.history(), List.of(), Optional.empty());
    }

    static Round knowing(Round round, String name, int value) {
        return new Round(
                round.number(),
                round.offset(),
                round.scope().with(name, JsonNodeFactory.instance.numberNode(value)),
                round.runs(),
                round.history(),
                round.checks(),
                round.obstacle());
    }

    /** A contender whose request was let go and answered then, in nanoseconds. */
    static ContenderRun answered(String contender, Outcome outcome, long released, long lastByte) {
        Stamps stamps = new Stamps(OptionalLong.of(released), OptionalLong.of(lastByte), OptionalLong.of(lastByte));
        HttpAnswer answer = new HttpAnswer(outcome == Outcome.ACCEPTED ? 200 : 409, List.of(), "{}");
        Attempt attempt = new Attempt(
                "take",
                TAKE,
                stamps,
                outcome,
                Optional.of(answer),
                Map.of(),
                Optional.empty(),
                Attempt.Ending.ANSWERED);
        return new ContenderRun(contender, "user of " + contender, List.of(attempt), Optional.empty());
    }

    /** A contender whose request was let go and lost its connection, or was not waited for any longer. */
    static ContenderRun unanswered(String contender, Attempt.Ending ending) {
        Stamps stamps = new Stamps(OptionalLong.of(0), OptionalLong.empty(), OptionalLong.empty());
        Attempt attempt = new Attempt(
                "take", TAKE, stamps, Outcome.FAILED, Optional.empty(), Map.of(), Optional.of("no answer"), ending);
        return new ContenderRun(contender, "user of " + contender, List.of(attempt), Optional.empty());
    }

    private static ContenderRun answered(String contender, Outcome outcome, int status) {
        Stamps stamps = new Stamps(OptionalLong.of(0), OptionalLong.of(1), OptionalLong.of(2));
        HttpAnswer answer = new HttpAnswer(status, List.of(), "{}");
        Attempt attempt = new Attempt(
                "take",
                TAKE,
                stamps,
                outcome,
                Optional.of(answer),
                Map.of(),
                Optional.empty(),
                Attempt.Ending.ANSWERED);
        return new ContenderRun(contender, "user of " + contender, List.of(attempt), Optional.empty());
    }
}
