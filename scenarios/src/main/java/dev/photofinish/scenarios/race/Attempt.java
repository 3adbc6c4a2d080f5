package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.http.Finish;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.Stamps;
import java.util.Map;
import java.util.Optional;

/**
 * One request of a contender and what came of it.
 *
 * @param operation its name
 * @param answer empty if there was none
 * @param trouble why it counts as failed, where the answer alone does not say so
 */
record Attempt(
        String operation,
        HttpCall call,
        Stamps stamps,
        Outcome outcome,
        Optional<HttpAnswer> answer,
        Map<String, JsonNode> kept,
        Optional<String> trouble,
        Ending ending) {

    /** How a request ended. */
    enum Ending {
        ANSWERED,
        /** Nobody waited for its answer any longer. */
        GIVEN_UP,
        /** It had been let go, and its connection was closed or broke before its answer. */
        CUT_OFF
    }

    private static final int MOST_OF_A_BODY = 160;

    static Attempt answered(String operation, HttpCall call, Stamps stamps, Reply reply) {
        return new Attempt(
                operation,
                call,
                stamps,
                reply.outcome(),
                Optional.of(reply.answer()),
                reply.kept(),
                reply.flaw(),
                Ending.ANSWERED);
    }

    static Attempt unanswered(String operation, HttpCall call, Finish.Unanswered finish) {
        return new Attempt(
                operation,
                call,
                finish.stamps(),
                Outcome.FAILED,
                Optional.empty(),
                Map.of(),
                Optional.of(finish.reason()),
                ending(finish));
    }

    private static Ending ending(Finish.Unanswered finish) {
        return switch (finish.end()) {
            case GIVEN_UP -> Ending.GIVEN_UP;
            case CUT_OFF -> finish.stamps().released().isPresent() ? Ending.CUT_OFF : Ending.GIVEN_UP;
        };
    }

    /** What the contender was told, for whoever asks why it failed: {@code 500 {"error":"no"}}, and what is wrong with it. */
    String toldInFull() {
        Optional<String> answered = answer.map(given -> (given.status() + " " + shortened(given.body())).strip());
        return answered.map(
                        told -> told + trouble.map(flaw -> " (" + flaw + ")").orElse(""))
                .orElseGet(this::told);
    }

    private static String shortened(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= MOST_OF_A_BODY ? line : line.substring(0, MOST_OF_A_BODY) + "…";
    }

    /** What the contender was told, in a few words for a sentence: {@code 409}, or why there was no answer. */
    String told() {
        return trouble.orElseGet(
                () -> answer.map(HttpAnswer::status).map(String::valueOf).orElse("no answer"));
    }
}
