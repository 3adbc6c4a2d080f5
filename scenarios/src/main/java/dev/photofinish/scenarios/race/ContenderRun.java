package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.scenario.Standing;
import dev.photofinish.scenarios.system.JsonBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One contender's part of one round.
 *
 * @param attempts in order; empty if it could not even ask
 * @param obstacle why it could not go on to its end
 */
record ContenderRun(String contender, String user, List<Attempt> attempts, Optional<String> obstacle) {

    /** Accepted if everything it did was, refused if its last answer was a clean no, failed otherwise. */
    Outcome outcome() {
        if (obstacle.isPresent() || attempts.isEmpty()) {
            return Outcome.FAILED;
        }
        return attempts.getLast().outcome();
    }

    /** Why it failed, in a sentence, with what it was answered; empty unless it did. */
    Optional<String> failure() {
        if (outcome() != Outcome.FAILED) {
            return Optional.empty();
        }
        String why = obstacle.orElseGet(
                () -> attempts.getLast().operation() + ": " + attempts.getLast().toldInFull());
        return Optional.of(contender + " failed: " + why);
    }

    /** What expressions see under its name. */
    Standing standing() {
        Optional<Attempt> last = attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        attempts.forEach(attempt -> kept.putAll(attempt.kept()));
        return new Standing(
                contender,
                outcome(),
                last.flatMap(Attempt::answer)
                        .map(answer -> OptionalInt.of(answer.status()))
                        .orElseGet(OptionalInt::empty),
                last.flatMap(Attempt::answer)
                        .map(answer -> JsonBody.of(answer).orElseGet(() -> TextNode.valueOf(answer.body()))),
                kept);
    }
}
