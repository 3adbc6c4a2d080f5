package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.scenario.Step;

/** A step around the contest was not accepted, so that its round cannot be judged. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 200;

    StepFailed(Step.Call call, Reply reply) {
        super(call.at() + ": the step " + call.operation().name() + " was answered with "
                + reply.flaw()
                        .orElseGet(() -> "status " + reply.answer().status() + " ("
                                + shortened(reply.answer().body()) + ")"));
    }

    private static String shortened(String body) {
        return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    }
}
