package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.deployment.Session;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.system.JsonBody;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Carries out the steps before and after a contest, one after the other, on the shared sessions. */
final class RoundSetup {

    private final Deployment deployment;
    private final Optional<Database> database;

    RoundSetup(Deployment deployment, Optional<Database> database) {
        this.deployment = deployment;
        this.database = database;
    }

    /** A round begins: what the last one left in cookies is forgotten. */
    void begin() {
        deployment.forgetLaterCookies();
    }

    /** The scope after a step; what a given step was given is given to the whole round. */
    Scope given(Step step, Scope scope) throws NoAnswerException {
        return switch (step) {
            case Step.Call call -> {
                Session session = deployment.sessionOf(call.role());
                Scope withArguments = scope.withAll(session.arguments(call.with(), scope));
                yield withArguments.withAll(perform(call, withArguments).kept());
            }
            case Step.Insert insert -> insert(insert, scope);
        };
    }

    /**
     * Carries out a step that must succeed.
     *
     * @throws StepFailed if it is not accepted
     */
    Reply perform(Step.Call call, Scope scope) throws NoAnswerException {
        Reply reply = send(call, scope);
        if (reply.outcome() != Outcome.ACCEPTED) {
            throw new StepFailed(call, reply);
        }
        return reply;
    }

    /** Carries out a step, whatever its answer. */
    Reply send(Step.Call call, Scope scope) throws NoAnswerException {
        return deployment.sessionOf(call.role()).perform(call.operation(), call.with(), call.keep(), scope);
    }

    /** What a check sees beside the values of the round: the answer's body and status. */
    static Scope withAnswer(Scope scope, Reply reply) {
        Scope kept = scope.withAll(reply.kept());
        Optional<JsonNode> body = JsonBody.of(reply.answer());
        return body.map(json -> kept.with("body", json))
                .orElse(kept)
                .with("status", IntNode.valueOf(reply.answer().status()));
    }

    private Scope insert(Step.Insert insert, Scope scope) {
        Database target = database.orElseThrow(() -> new CannotRender(
                insert.at(),
                "this step inserts documents into " + insert.collection()
                        + ", which needs the deployment's database; give its address with --mongo"));
        List<Document> documents = insert.documents().stream()
                .map(template ->
                        Document.parse(template.renderExtendedJson(scope).toString()))
                .toList();
        target.mongo().getCollection(insert.collection()).insertMany(documents);
        return scope;
    }
}
