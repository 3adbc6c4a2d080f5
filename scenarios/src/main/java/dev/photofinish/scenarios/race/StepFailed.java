package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.scenario.Step;

/**
 * A step around the contest was not accepted, so that its round cannot be judged. The message quotes the whole answer: it is
 * shortened only once secrets are masked, lest half of one is left.
 */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    StepFailed(Step.Call call, Reply reply) {
        super(call.at() + ": the step " + call.operation().name() + " was answered with "
                + reply.flaw()
                        .orElseGet(() -> "status " + reply.answer().status() + " ("
                                + reply.answer().body() + ")"));
    }
}
