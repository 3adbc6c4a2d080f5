package dev.photofinish.scenarios.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.expression.Judgement;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.system.JsonBody;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Asks the API and judges what it tells. */
final class AnswerChecks {

    private final Deployment deployment;

    AnswerChecks(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Outside of any round, which leaves operations that put {@code {{unique}}} somewhere without one. */
    Finding onAll(Invariant.OnAnswer invariant) {
        Instant now = Instant.now();
        return judge(invariant, Scope.ofRound(now, "pf-at-rest-" + Long.toString(now.toEpochMilli(), 36)));
    }

    Finding onRound(Invariant.OnAnswer invariant, Scope round) {
        return judge(invariant, round);
    }

    private Finding judge(Invariant.OnAnswer invariant, Scope scope) {
        try {
            Reply reply = deployment
                    .sessionOf(invariant.role())
                    .perform(invariant.operation(), invariant.with(), Map.of(), scope);
            if (reply.outcome() != Outcome.ACCEPTED) {
                return new Finding.Unjudged(
                        invariant,
                        invariant.operation().name() + " was answered with status "
                                + reply.answer().status());
            }
            Scope seen = scope.with("status", IntNode.valueOf(reply.answer().status()));
            return JsonBody.of(reply.answer())
                    .map(body -> judged(invariant, seen, body))
                    .orElseGet(() -> new Finding.Unjudged(
                            invariant, "the answer of " + invariant.operation().name() + " is no JSON"));
        } catch (NoAnswerException | CannotSignIn | CannotRender e) {
            return new Finding.Unjudged(invariant, String.valueOf(e.getMessage()));
        }
    }

    private static Finding judged(Invariant.OnAnswer invariant, Scope scope, JsonNode body) {
        return switch (invariant.violations().judge(scope.with("body", body))) {
            case Judgement.Holds holds -> new Finding.Judged(invariant, OptionalLong.of(items(body)), List.of());
            case Judgement.Broken broken ->
                new Finding.Judged(invariant, OptionalLong.of(items(body)), broken.offenders());
            case Judgement.Unjudged unjudged -> new Finding.Unjudged(invariant, unjudged.reason());
        };
    }

    /** How many things the answer lists: the items of the body, or of the one list inside of it. */
    private static long items(JsonNode body) {
        if (body.isArray()) {
            return body.size();
        }
        return body.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isArray)
                .mapToLong(JsonNode::size)
                .max()
                .orElse(1);
    }
}
